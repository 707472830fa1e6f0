package org.opora.registry.house.web;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.house.application.MandateDesk;
import org.opora.registry.house.application.MandateView;
import org.opora.registry.house.application.NewInsurance;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Forms of the liability insurance. */
final class InsuranceForms {
  private static final String HERE = "/house/insurance/";
  private final MandateDesk desk;

  InsuranceForms(MandateDesk desk) {
    this.desk = desk;
  }

  Reply blank(Request request) {
    return form(null);
  }

  Reply add(Request request) {
    Form form = request.form();
    NewInsurance insurance = read(form);
    return form.attempt(
        () -> {
          UUID id = desk.addInsurance(request.viewer(), insurance);
          boolean known = desk.insurance(request.viewer(), id).sendBy() != null;
          return Reply.to(
              MandatePages.HOME, Words.of(known ? "insurance.added" : "insurance.added.no-day"));
        },
        wrong -> form(wrong));
  }

  private static Reply form(Form form) {
    return new Model()
        .with("action", HERE + "new")
        .with("draft", "insurance-new")
        .form("house-insurance-form", form);
  }

  Reply edit(Request request) {
    return edit(request, null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    NewInsurance insurance = read(form);
    return form.attempt(
        () -> {
          desk.amendInsurance(request.viewer(), id(request), form.version(), insurance);
          return Reply.to(MandatePages.HOME, Words.of("insurance.saved"));
        },
        wrong -> edit(request, wrong));
  }

  private Reply edit(Request request, Form form) {
    MandateView.Insured now = desk.insurance(request.viewer(), id(request));
    return new Model()
        .with("insurance", now)
        .with("action", HERE + now.id() + "/edit")
        .with("draft", "insurance-" + now.id())
        .form("house-insurance-form", form);
  }

  private static NewInsurance read(Form form) {
    return new NewInsurance(
        form.requiredLine("insurer"),
        form.line("contract"),
        form.requiredDate("concludedOn"),
        form.requiredDate("since"),
        form.date("until"));
  }

  Reply askSent(Request request) {
    return sent(request, null);
  }

  Reply sent(Request request) {
    Form form = request.form();
    LocalDate day = form.date("day");
    return form.attempt(
        () -> {
          desk.sent(request.viewer(), id(request), form.version(), day);
          return Reply.to(
              MandatePages.HOME, Words.of(day == null ? "house.done.undone" : "insurance.sent"));
        },
        wrong -> sent(request, wrong));
  }

  private Reply sent(Request request, Form form) {
    MandateView.Insured now = desk.insurance(request.viewer(), id(request));
    return new Model()
        .with("heading", "insurance.send")
        .with("lead", now.text().insurer())
        .with("stored", now.sentOn())
        .with("version", now.version())
        .with("action", HERE + now.id() + "/sent")
        .with("back", MandatePages.HOME)
        .form("house-done", form);
  }

  private static UUID id(Request request) {
    return request.id("insurance");
  }
}
