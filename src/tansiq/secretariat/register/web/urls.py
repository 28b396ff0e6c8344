"""The addresses of the register."""

from django.urls import path

from tansiq.secretariat.register.web import views

app_name = "register"
urlpatterns = [
    path("", views.groups, name="groups"),
    path("groups/<slug:slug>/", views.group, name="group"),
]
