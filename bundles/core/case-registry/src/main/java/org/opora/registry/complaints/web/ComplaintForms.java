package org.opora.registry.complaints.web;

import java.text.Collator;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.complaints.application.ComplaintDesk;
import org.opora.registry.complaints.application.ComplaintLine;
import org.opora.registry.complaints.application.NewComplaint;
import org.opora.registry.complaints.application.Outcome;
import org.opora.registry.complaints.domain.Finding;
import org.opora.registry.complaints.domain.How;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The forms by which a complaint, and what came of it, is written down. */
final class ComplaintForms {
  private static final int LONGEST_TEXT = 4000;
  private final ComplaintDesk desk;
  private final Staff staff;
  private final Messages messages;

  ComplaintForms(ComplaintDesk desk, Staff staff, Messages messages) {
    this.desk = desk;
    this.staff = staff;
    this.messages = messages;
  }

  Reply blank(Request request) {
    return fresh(request, null);
  }

  Reply enter(Request request) {
    Form form = request.form();
    NewComplaint complaint = read(form);
    return form.attempt(
        () -> entered(desk.enter(request.viewer(), complaint), "complaint.entered"),
        wrong -> fresh(request, wrong));
  }

  /** Whoever hands a complaint to somebody else may not see it any more. */
  private static Reply entered(ComplaintDesk.Entered entered, String key) {
    if (entered.seen()) {
      return Reply.to("/complaints/" + entered.id(), Words.of(key));
    }
    return Reply.to(
        "/complaints",
        Words.of(
            entered.alone() ? "complaint.handed.alone" : "complaint.handed", entered.number()));
  }

  private Reply fresh(Request request, Form form) {
    return model(request, null)
        .with("action", "/complaints/new")
        .with("draft", "complaint-new")
        .with("back", "/complaints")
        .with("days", desk.days(request.viewer().today()))
        .with("aboutValues", List.of())
        .form("complaint-form", form);
  }

  Reply edit(Request request) {
    return change(request, null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    desk.view(request.viewer(), ComplaintPages.id(request));
    NewComplaint complaint = read(form);
    return form.attempt(
        () ->
            entered(
                desk.amend(request.viewer(), ComplaintPages.id(request), form.version(), complaint),
                "complaint.saved"),
        wrong -> change(request, wrong));
  }

  private Reply change(Request request, Form form) {
    ComplaintLine complaint = line(request);
    return model(request, complaint.handler())
        .with("complaint", complaint)
        .with("version", complaint.version())
        .with("action", "/complaints/" + complaint.id() + "/edit")
        .with("draft", "complaint-" + complaint.id())
        .with("back", "/complaints/" + complaint.id())
        .with("days", complaint.days())
        .with("aboutValues", complaint.about().stream().map(StaffId::toString).toList())
        .form("complaint-form", form);
  }

  private Model model(Request request, StaffId handler) {
    Viewer viewer = request.viewer();
    Collection<StaffId> handlers = desk.handlers(viewer);
    return new Model()
        .with("ways", Choice.of(messages, viewer.locale(), "complaint.how", How.values()))
        .with(
            "colleagues",
            staff.all(viewer).stream()
                .map(member -> new Choice(member.id().toString(), member.name()))
                .toList())
        .with("handlers", named(viewer, handlers, handler));
  }

  Reply outcome(Request request) {
    return assessing(request, null);
  }

  Reply assess(Request request) {
    Form form = request.form();
    ComplaintLine complaint = desk.view(request.viewer(), ComplaintPages.id(request));
    UUID by = form.id("answeredBy");
    Outcome outcome =
        new Outcome(
            form.choice("finding", Finding.class),
            form.text("measures", LONGEST_TEXT),
            form.date("answeredOn"),
            by == null ? null : new StaffId(by),
            complaint.anonymous() ? null : form.choice("answeredHow", How.class),
            form.text("answer", LONGEST_TEXT),
            form.line("published"));
    return form.attempt(
        () -> {
          desk.assess(request.viewer(), complaint.id(), form.version(), outcome);
          return Reply.to(ComplaintPages.path(request), Words.of("complaint.assessed"));
        },
        wrong -> assessing(request, wrong));
  }

  private Reply assessing(Request request, Form form) {
    Viewer viewer = request.viewer();
    ComplaintLine complaint = line(request);
    return new Model()
        .with("complaint", complaint)
        .with(
            "findings", Choice.of(messages, viewer.locale(), "complaint.finding", Finding.values()))
        .with("ways", Choice.of(messages, viewer.locale(), "complaint.how", How.values()))
        .with("answerers", named(viewer, desk.answerers(viewer, complaint.id()), null))
        .form("complaint-outcome", form);
  }

  private ComplaintLine line(Request request) {
    ComplaintLine complaint = desk.view(request.viewer(), ComplaintPages.id(request));
    ComplaintPages.shows(request, List.of(complaint));
    return complaint;
  }

  private static NewComplaint read(Form form) {
    boolean anonymous = form.checked("anonymous");
    UUID handler = form.requiredId("handler");
    String matter = form.text("matter", LONGEST_TEXT);
    if (matter == null) {
      form.error("matter", "form.required");
    }
    return new NewComplaint(
        form.requiredDate("receivedOn"),
        form.requiredChoice("how", How.class),
        anonymous,
        form.line("complainant"),
        matter,
        about(form),
        handler == null ? null : new StaffId(handler));
  }

  private static Set<StaffId> about(Form form) {
    return form.all("about").stream()
        .map(ComplaintForms::key)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  private static Optional<StaffId> key(String typed) {
    try {
      return Optional.of(new StaffId(UUID.fromString(typed)));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private List<Choice> named(Viewer viewer, Collection<StaffId> keys, StaffId now) {
    Set<StaffId> all = new HashSet<>(keys);
    if (now != null) {
      all.add(now);
    }
    return staff.names(all).entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Collator.getInstance(viewer.locale())))
        .map(one -> new Choice(one.getKey().toString(), one.getValue()))
        .toList();
  }
}
