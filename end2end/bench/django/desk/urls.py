"""The two pages."""

from django.urls import path

from desk import views

urlpatterns = [
    path("connect", views.code),
    path("staff/requests", views.requests),
]
