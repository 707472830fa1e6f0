package org.opora.registry.intake.web;

import java.text.Collator;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.files.web.FamilyForm;
import org.opora.registry.intake.application.ContactDesk;
import org.opora.registry.intake.application.ContactLaw;
import org.opora.registry.intake.application.InquiryBack;
import org.opora.registry.intake.application.InquiryCorrections;
import org.opora.registry.intake.application.InquiryDesk;
import org.opora.registry.intake.application.InquiryLine;
import org.opora.registry.intake.application.Intake;
import org.opora.registry.intake.application.OpenFile;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.registry.intake.persistence.InquiryQueries.Which;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Inquiries for an agreement: the list with the places, one inquiry, and what becomes of it. */
final class InquiryPages {
  private static final int ROWS = 40;
  private static final int TEXT = 4000;
  private final InquiryDesk desk;
  private final InquiryCorrections corrections;
  private final InquiryBack back;
  private final ContactDesk contacts;
  private final OpenFile openFile;
  private final ContactLaw law;
  private final FamilyForm family;
  private final Staff staff;
  private final Messages messages;

  InquiryPages(
      InquiryDesk desk,
      InquiryCorrections corrections,
      InquiryBack back,
      ContactDesk contacts,
      OpenFile openFile,
      ContactLaw law,
      FamilyForm family,
      Staff staff,
      Messages messages) {
    this.desk = desk;
    this.corrections = corrections;
    this.back = back;
    this.contacts = contacts;
    this.openFile = openFile;
    this.law = law;
    this.family = family;
    this.staff = staff;
    this.messages = messages;
  }

  Reply list(Request request) {
    Viewer viewer = request.viewer();
    Which which = which(request);
    Page<InquiryLine> page = desk.list(viewer, which, request.query("after").orElse(null), ROWS);
    shows(request, page.items());
    return new Model()
        .with("inquiries", page)
        .with("which", which.name())
        .with("whiches", Choice.of(messages, viewer.locale(), "inquiry.which", Which.values()))
        .with("capacity", desk.capacity(viewer, viewer.today()))
        .page("inquiries");
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    Which which = which(request);
    return Reply.export(
        request,
        Sheet.of(
                "inquiries",
                "inquiries.title",
                (after, limit) -> desk.list(viewer, which, after, limit))
            .date("inquiry.askedOn", InquiryLine::askedOn)
            .text("inquiry.name", InquiryLine::name)
            .text("inquiry.phone", InquiryLine::phone)
            .text("inquiry.state", row -> Words.of("inquiry.state." + row.state()))
            .date("inquiry.stateOn", InquiryLine::stateOn)
            .number("inquiry.place", InquiryLine::place)
            .date("inquiry.waitingSince", InquiryLine::waitingSince)
            .text("inquiry.ground", InquiryLine::ground)
            .text("inquiry.doer", InquiryLine::doerName)
            .about(InquiryPages::subjects));
  }

  Reply blank(Request request) {
    return form(request, null, null);
  }

  /** An inquiry that comes of a first contact, with the name and the phone given there. */
  Reply fromContact(Request request) {
    return fromContact(request, null);
  }

  Reply recordFromContact(Request request) {
    Form form = request.form();
    InquiryDesk.NewInquiry inquiry = read(form);
    return form.attempt(
        () -> {
          UUID id = desk.record(request.viewer(), inquiry, request.id("contact"));
          return Reply.to("/inquiries/" + id, Words.of("inquiry.recorded"));
        },
        wrong -> fromContact(request, wrong));
  }

  private Reply fromContact(Request request, Form form) {
    Viewer viewer = request.viewer();
    ContactDesk.Seen seen = contacts.view(viewer, request.id("contact"));
    UUID id = seen.line().id();
    request.shows(
        seen.line().file() == null
            ? List.of(new Subject(Subject.Kind.DRAWER, id))
            : List.of(Subject.of(seen.line().file())));
    return blankForm(viewer)
        .with("action", "/intake/" + id + "/inquiry")
        .with("draft", "inquiry-of-" + id)
        .with("back", "/intake/" + id)
        .with("name", seen.said().name())
        .with("phone", seen.said().reachedAt())
        .with("on", seen.line().cameOn())
        .form("inquiry-form", form);
  }

  Reply record(Request request) {
    Form form = request.form();
    InquiryDesk.NewInquiry inquiry = read(form);
    return form.attempt(
        () -> {
          UUID id = desk.record(request.viewer(), inquiry);
          return Reply.to("/inquiries/" + id, Words.of("inquiry.recorded"));
        },
        wrong -> form(request, null, wrong));
  }

  Reply edit(Request request) {
    return form(request, line(request), null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    UUID id = request.id("inquiry");
    InquiryDesk.NewInquiry now = read(form);
    return form.attempt(
        () -> {
          desk.amend(request.viewer(), id, form.version(), now);
          return Reply.to("/inquiries/" + id, Words.of("inquiry.saved"));
        },
        wrong -> form(request, line(request), wrong));
  }

  private static InquiryDesk.NewInquiry read(Form form) {
    LocalDate on = form.requiredDate("on");
    String name = form.requiredLine("name");
    String phone = form.requiredLine("phone");
    String note = form.text("note", TEXT);
    UUID doer = form.requiredId("doer");
    return new InquiryDesk.NewInquiry(
        on, name, phone, note, doer == null ? null : new StaffId(doer));
  }

  private Reply form(Request request, InquiryLine line, Form form) {
    Viewer viewer = request.viewer();
    if (line == null) {
      return blankForm(viewer)
          .with("action", "/inquiries/new")
          .with("draft", "inquiry-new")
          .with("back", "/inquiries")
          .with("on", viewer.today())
          .form("inquiry-form", form);
    }
    return new Model()
        .with("entry", line)
        .with("action", "/inquiries/" + line.id() + "/edit")
        .with("draft", "inquiry-" + line.id())
        .with("back", "/inquiries/" + line.id())
        .with("name", line.name())
        .with("phone", line.phone())
        .with("on", line.askedOn())
        .with("doer", line.doer())
        .with("doers", doers(viewer, desk.doers(viewer), line.doer(), staff))
        .form("inquiry-form", form);
  }

  private Model blankForm(Viewer viewer) {
    return new Model()
        .with("doer", viewer.staff())
        .with("doers", doers(viewer, desk.doers(viewer), null, staff));
  }

  /** By name; whoever has it now stays. */
  static List<Choice> doers(Viewer viewer, Set<StaffId> can, StaffId now, Staff staff) {
    Set<StaffId> keys = new HashSet<>(can);
    if (now != null) {
      keys.add(now);
    }
    return staff.names(keys).entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Collator.getInstance(viewer.locale())))
        .map(one -> new Choice(one.getKey().toString(), one.getValue()))
        .toList();
  }

  Reply show(Request request) {
    return page(request, null);
  }

  /** An offer, the waiting list, or the family does not go on. */
  Reply go(Request request) {
    Form form = request.form();
    UUID id = request.id("inquiry");
    InquiryState next = form.requiredChoice("next", InquiryState.class);
    LocalDate on = form.requiredDate("on");
    return form.attempt(
        () -> {
          desk.go(request.viewer(), id, form.version(), next, on);
          return Reply.to("/inquiries/" + id, Words.of("inquiry.gone"));
        },
        wrong -> page(request, wrong));
  }

  private Reply page(Request request, Form form) {
    InquiryLine line = line(request);
    Viewer viewer = request.viewer();
    InquiryState[] ways =
        Stream.of(InquiryState.OFFERED, InquiryState.WAITING, InquiryState.WITHDRAWN)
            .filter(state -> state != line.state())
            .toArray(InquiryState[]::new);
    List<InquiryCorrections.Before> before = corrections.of(viewer, line.id());
    request.shows(
        before.stream()
            .filter(one -> one.founded() != null)
            .map(one -> Subject.of(one.founded().id()))
            .toList());
    return new Model()
        .with("entry", line)
        .with("ways", Choice.of(messages, viewer.locale(), "inquiry.way", ways))
        .with("capacity", desk.capacity(viewer, viewer.today()))
        .with("opens", viewer.may(CaseFiles.WRITE) && viewer.may(Intake.WRITE))
        .with("before", before)
        .with("corrects", viewer.may(Intake.RETURN) && line.anonymisedOn() == null)
        .form("inquiry", form);
  }

  Reply correcting(Request request) {
    return correction(request, null);
  }

  /** What was recorded by mistake is put right. */
  Reply correct(Request request) {
    Form form = request.form();
    UUID id = request.id("inquiry");
    InquiryState state = form.requiredChoice("state", InquiryState.class);
    LocalDate on = form.requiredDate("on");
    LocalDate since = form.date("waitingSince");
    String ground = form.line("ground");
    String others = form.text("others", TEXT);
    String reason = form.text("reason", TEXT);
    return form.attempt(
        () -> {
          corrections.correct(
              request.viewer(),
              id,
              form.version(),
              new InquiryCorrections.Correction(state, on, since, ground, bodies(others), reason));
          return Reply.to("/inquiries/" + id, Words.of("inquiry.corrected"));
        },
        wrong -> correction(request, wrong));
  }

  private Reply correction(Request request, Form form) {
    InquiryLine line = line(request);
    Viewer viewer = request.viewer();
    InquiryState[] states =
        line.state() == InquiryState.ACCEPTED
            ? new InquiryState[] {InquiryState.ACCEPTED}
            : Stream.of(InquiryState.values())
                .filter(state -> state != InquiryState.ACCEPTED)
                .toArray(InquiryState[]::new);
    return new Model()
        .with("entry", line)
        .with("states", Choice.of(messages, viewer.locale(), "inquiry.state", states))
        .with("grounds", grounds(viewer))
        .with("others", String.join("\n", line.others()))
        .form("inquiry-correct", form);
  }

  Reply turning(Request request) {
    return turned(request, null);
  }

  /** It was accepted by mistake. */
  Reply turn(Request request) {
    Form form = request.form();
    UUID id = request.id("inquiry");
    InquiryState state = form.requiredChoice("state", InquiryState.class);
    LocalDate on = form.requiredDate("on");
    String name = form.requiredLine("name");
    String phone = form.requiredLine("phone");
    String reason = form.text("reason", TEXT);
    return form.attempt(
        () -> {
          back.turn(
              request.viewer(),
              id,
              form.version(),
              new InquiryBack.Back(state, on, name, phone, reason));
          return Reply.to("/inquiries/" + id, Words.of("inquiry.turned"));
        },
        wrong -> turned(request, wrong));
  }

  private Reply turned(Request request, Form form) {
    InquiryState[] states =
        Stream.of(InquiryState.values()).filter(InquiryState::open).toArray(InquiryState[]::new);
    return new Model()
        .with("entry", line(request))
        .with("states", Choice.of(messages, request.viewer().locale(), "inquiry.state", states))
        .form("inquiry-turn", form);
  }

  /** A family that has a file already. */
  Reply choosing(Request request) {
    return intoFile(request, null, null);
  }

  Reply acceptInto(Request request) {
    InquiryLine line = line(request);
    Viewer viewer = request.viewer();
    return new FileChoice(openFile, request)
        .reply(
            file -> desk.acceptInto(viewer, line.id(), openFile.instead(viewer, file)),
            (form, found) -> intoFile(request, form, found));
  }

  private Reply intoFile(Request request, Form form, CaseFiles.Header found) {
    InquiryLine line = line(request);
    return FileChoice.page("/inquiries/" + line.id(), line.name(), line.phone(), form, found);
  }

  Reply refusing(Request request) {
    return refusal(request, null);
  }

  Reply refuse(Request request) {
    Form form = request.form();
    UUID id = request.id("inquiry");
    String ground = form.requiredLine("ground");
    LocalDate told = form.requiredDate("toldOn");
    String others = form.text("others", TEXT);
    return form.attempt(
        () -> {
          desk.refuse(
              request.viewer(),
              id,
              form.version(),
              new InquiryDesk.Refusal(ground, told, bodies(others)));
          return Reply.to("/inquiries/" + id, Words.of("inquiry.refused"));
        },
        wrong -> refusal(request, wrong));
  }

  private Reply refusal(Request request, Form form) {
    Viewer viewer = request.viewer();
    return new Model()
        .with("entry", line(request))
        .with("capacity", desk.capacity(viewer, viewer.today()))
        .with("grounds", grounds(viewer))
        .form("inquiry-refuse", form);
  }

  private static List<String> bodies(String others) {
    return others == null ? List.of() : others.lines().toList();
  }

  private List<Choice> grounds(Viewer viewer) {
    return law.grounds(viewer.today()).stream()
        .map(
            one ->
                new Choice(
                    one.code(),
                    messages.text(
                        viewer.locale(), "inquiry.ground.choice", one.text(), one.paragraph())))
        .toList();
  }

  /** The family's file, with what is known of it already. */
  Reply family(Request request) {
    return family.blank(request, start(request));
  }

  Reply openFamily(Request request) {
    return family.open(request, start(request));
  }

  private FamilyForm.Start start(Request request) {
    InquiryLine line = line(request);
    Viewer viewer = request.viewer();
    String path = "/inquiries/" + line.id();
    return new FamilyForm.Start(
        path + "/family",
        "inquiry-family-" + line.id(),
        line.name(),
        line.phone(),
        path,
        opening -> () -> desk.accept(viewer, line.id(), opening));
  }

  private InquiryLine line(Request request) {
    InquiryLine line = desk.view(request.viewer(), request.id("inquiry"));
    shows(request, List.of(line));
    return line;
  }

  private static Which which(Request request) {
    String asked = request.query("show").orElse("");
    return Stream.of(Which.values())
        .filter(one -> one.name().equals(asked))
        .findFirst()
        .orElse(Which.OPEN);
  }

  private static void shows(Request request, List<InquiryLine> lines) {
    request.shows(lines.stream().flatMap(line -> subjects(line).stream()).distinct().toList());
  }

  private static List<Subject> subjects(InquiryLine line) {
    return Entries.shown(line.id(), line.file());
  }
}
