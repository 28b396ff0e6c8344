"""The addresses of the register."""

from django.urls import path

from tansiq.secretariat.register.web import requests, tabs, views

app_name = "register"
urlpatterns = [
    path("", views.groups, name="groups"),
    path("groups/<slug:slug>/", views.group, name="group"),
    path("groups/<slug:slug>/requests/", requests.listed, name="requests"),
    path("groups/<slug:slug>/requests/new/interest/", requests.interest, name="request-note"),
    path("groups/<slug:slug>/requests/new/letter/", requests.letter, name="request-new"),
    path("groups/<slug:slug>/requests/<str:name>/", requests.shown, name="request"),
    path("groups/<slug:slug>/requests/<str:name>/files/<str:file>/", requests.evidence, name="request-file"),
    path("groups/<slug:slug>/requests/<str:name>/letter/", requests.receive, name="request-receive"),
    path("groups/<slug:slug>/requests/<str:name>/answer/", requests.answer, name="request-answer"),
    *(
        path(f"groups/<slug:slug>/requests/<str:name>/{step}/", requests.step, {"step": step}, name=f"request-{step}")
        for step in ("circulate", "approve", "decline", "defer", "withdraw")
    ),
]

TABS = tabs
"""Importing them puts them on every page."""
