"""The address of the desk: the root of the site."""

from django.urls import path

from tansiq.secretariat.desk.web import tabs, views

app_name = "desk"
urlpatterns = [path("", views.shown, name="desk")]

TABS = tabs
"""Importing them puts them on every page."""
