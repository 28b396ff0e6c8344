"""The addresses of reporting."""

from django.urls import path

from tansiq.secretariat.reporting.web import frozen, parts, sessions, tabs, views

app_name = "reporting"
REPORT = "groups/<slug:slug>/reports/<int:number>/"
FROZEN = "groups/<slug:slug>/reports/frozen/"
urlpatterns = [
    path(REPORT, views.report, name="report"),
    path(REPORT + "facts/", views.facts, name="facts"),
    path(REPORT + "progress-report.<str:form>", views.download, name="download"),
    path(REPORT + "freeze/", frozen.freeze, name="freeze"),
    path("groups/<slug:slug>/sessions/", sessions.listed, name="sessions"),
    path("groups/<slug:slug>/sessions/new/", sessions.add, name="session-add"),
    path(FROZEN, frozen.listed, name="frozen-list"),
    path(FROZEN + "<str:name>/", frozen.shown, name="frozen"),
    path(FROZEN + "<str:name>/progress-report.<str:form>", frozen.file, name="frozen-file"),
]

PARTS, TABS = parts, tabs
"""Importing them puts them on the pages of the register."""
