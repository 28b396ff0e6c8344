"""The addresses of reporting."""

from django.urls import path

from tansiq.secretariat.reporting.web import parts, views

app_name = "reporting"
REPORT = "groups/<slug:slug>/reports/<int:number>/"
urlpatterns = [
    path(REPORT, views.report, name="report"),
    path(REPORT + "progress-report.<str:form>", views.download, name="download"),
]

PARTS = parts
"""Importing them puts them on the pages of the register."""
