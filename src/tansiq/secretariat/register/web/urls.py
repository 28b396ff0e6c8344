"""The addresses of the register."""

from django.urls import path

from tansiq.secretariat.register.web import (
    contacts,
    first_run,
    history,
    members,
    organizations,
    requests,
    requests_back,
    seats,
    tabs,
    terms,
    terms_beside,
    views,
)

app_name = "register"
urlpatterns = [
    path("groups/", views.groups, name="groups"),
    path("found/", first_run.found, name="found"),
    path("groups/<slug:slug>/", views.group, name="group"),
    path("groups/<slug:slug>/members/", members.listed, name="members"),
    path("groups/<slug:slug>/members/list/", first_run.upload, name="list-upload"),
    path("groups/<slug:slug>/members/list/<str:draft>/columns/", first_run.columns, name="list-columns"),
    path("groups/<slug:slug>/members/list/<str:draft>/names/", first_run.names, name="list-names"),
    path("groups/<slug:slug>/members/list/<str:draft>/record/", first_run.preview, name="list-preview"),
    path("groups/<slug:slug>/members/co-chairs/", first_run.chairs, name="first-chairs"),
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
    path("groups/<slug:slug>/requests/<str:name>/take-back/", requests_back.take_back, name="request-take-back"),
    path("groups/<slug:slug>/seats/", seats.listed, name="seats"),
    path("groups/<slug:slug>/seats/new/add/", seats.add, name="seat-add"),
    path("groups/<slug:slug>/seats/<str:seat>/", seats.shown, name="seat"),
    path("groups/<slug:slug>/seats/<str:seat>/end/", seats.end, name="seat-end"),
    path("groups/<slug:slug>/seats/<str:seat>/member/", seats.capacity, {"kind": "member"}, name="seat-member"),
    path("groups/<slug:slug>/seats/<str:seat>/observer/", seats.capacity, {"kind": "observer"}, name="seat-observer"),
    path("groups/<slug:slug>/seats/<str:seat>/take/", seats.take, name="seat-take"),
    path("groups/<slug:slug>/seats/<str:seat>/leave/", seats.leave, name="seat-leave"),
    path("groups/<slug:slug>/seats/<str:seat>/rotate/", seats.rotate, name="seat-rotate"),
    path("groups/<slug:slug>/seats/<str:seat>/contact/", contacts.appoint, name="seat-appoint"),
    path("groups/<slug:slug>/contacts/<str:contact>/confirm/", contacts.confirm, name="contact-confirm"),
    path("groups/<slug:slug>/contacts/<str:contact>/replace/", contacts.replace, name="contact-replace"),
    path("groups/<slug:slug>/contacts/<str:contact>/dismiss/", contacts.dismiss, name="contact-dismiss"),
    path("groups/<slug:slug>/organizations/", organizations.listed, name="organizations"),
    path("groups/<slug:slug>/organizations/new/add/", organizations.add, name="organization-add"),
    path("groups/<slug:slug>/organizations/<str:organization>/", organizations.shown, name="organization"),
    path("groups/<slug:slug>/organizations/<str:organization>/name/", organizations.name, name="organization-name"),
    path("groups/<slug:slug>/history/<str:kind>/<str:thing>/", history.shown, name="history"),
    path("groups/<slug:slug>/terms/", terms.listed, name="terms"),
    path("groups/<slug:slug>/terms/side-by-side/", terms_beside.shown, name="terms-beside"),
    path("groups/<slug:slug>/terms/<str:kind>/<str:term>/", terms.shown, name="term"),
    path("groups/<slug:slug>/terms/<str:kind>/<str:term>/changed/", terms.changed, name="term-changed"),
    path("groups/<slug:slug>/terms/<str:kind>/<str:term>/ended/", terms.ended, name="term-ended"),
    path("groups/<slug:slug>/terms/<str:kind>/<str:term>/wrong/", terms.wrong, name="term-wrong"),
]

TABS = tabs
"""Importing them puts them on every page."""
