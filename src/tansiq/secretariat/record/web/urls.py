"""The addresses of accounts."""

from django.urls import path

from tansiq.secretariat.record.web import views

app_name = "record"
urlpatterns = [path("sign-in/link/<str:token>/", views.sign_in_link, name="sign-in-link")]
