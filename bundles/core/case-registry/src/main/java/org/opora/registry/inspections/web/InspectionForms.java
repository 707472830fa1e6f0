package org.opora.registry.inspections.web;

import java.text.Collator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.inspections.application.InspectionDesk;
import org.opora.registry.inspections.application.InspectionLine;
import org.opora.registry.inspections.application.NewInspection;
import org.opora.registry.inspections.domain.Asker;
import org.opora.registry.inspections.domain.Deed;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The form by which a look into a file is written down, or corrected. */
final class InspectionForms {
  private static final int LONGEST_TEXT = 2000;
  private final CaseFrame frame;
  private final InspectionDesk desk;
  private final Staff staff;
  private final Messages messages;

  InspectionForms(CaseFrame frame, InspectionDesk desk, Staff staff, Messages messages) {
    this.frame = frame;
    this.desk = desk;
    this.staff = staff;
    this.messages = messages;
  }

  Reply blank(Request request) {
    String asked = request.query("deed").orElse("");
    Deed deed =
        Stream.of(Deed.values())
            .filter(one -> one.name().equals(asked))
            .findFirst()
            .orElse(Deed.LOOKED);
    return fresh(request, frame.header(request), deed, null);
  }

  Reply record(Request request) {
    CaseFiles.Header header = frame.header(request);
    Form form = request.form();
    Deed deed = form.requiredChoice("deed", Deed.class);
    NewInspection inspection = read(form, deed);
    return form.attempt(
        () -> {
          desk.record(request.viewer(), header.id(), deed, inspection);
          return Reply.to(tab(header.id()), Words.of("inspection.recorded"));
        },
        wrong -> fresh(request, header, deed == null ? Deed.LOOKED : deed, wrong));
  }

  private Reply fresh(Request request, CaseFiles.Header header, Deed deed, Form form) {
    return fields(frame.model(request, header, null), request.viewer(), header.id(), null)
        .with("deed", deed)
        .with("me", request.viewer().staff())
        .with("action", "/files/" + header.id() + "/inspections/new")
        .with("draft", "inspection-" + deed + "-" + header.id())
        .with("back", tab(header.id()))
        .form("inspection-form", form);
  }

  Reply edit(Request request) {
    return change(request, null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    InspectionLine before = desk.view(request.viewer(), InspectionPages.id(request));
    NewInspection now = read(form, before.deed());
    return form.attempt(
        () -> {
          desk.amend(request.viewer(), before.id(), form.version(), now);
          return Reply.to("/inspections/" + before.id(), Words.of("inspection.saved"));
        },
        wrong -> change(request, wrong));
  }

  private Reply change(Request request, Form form) {
    InspectionLine inspection = desk.view(request.viewer(), InspectionPages.id(request));
    InspectionPages.shows(request, List.of(inspection));
    String path = "/inspections/" + inspection.id();
    return fields(new Model(), request.viewer(), inspection.about(), inspection)
        .with("deed", inspection.deed())
        .with("inspection", inspection)
        .with("version", inspection.version())
        .with("action", path + "/edit")
        .with("draft", "inspection-" + inspection.id())
        .with("back", path)
        .form("inspection-form", form);
  }

  private Model fields(Model model, Viewer viewer, CaseFileId file, InspectionLine now) {
    return model
        .with("askers", Choice.of(messages, viewer.locale(), "inspection.asker", Asker.values()))
        .with("colleagues", colleagues(viewer, file, now));
  }

  private static NewInspection read(Form form, Deed deed) {
    boolean refused = deed == Deed.REFUSED;
    UUID supervisor = refused ? null : form.requiredId("supervisor");
    UUID decidedBy = refused ? form.requiredId("decidedBy") : null;
    String reason = refused ? form.text("reason", LONGEST_TEXT) : null;
    if (refused && reason == null) {
      form.error("reason", "form.required");
    }
    return new NewInspection(
        form.requiredDate("heldOn"),
        form.requiredChoice("asker", Asker.class),
        form.requiredLine("who"),
        form.line("title"),
        form.requiredLine("part"),
        form.text("note", LONGEST_TEXT),
        supervisor == null ? null : new StaffId(supervisor),
        deed == Deed.LENT ? form.requiredDate("returnBy") : null,
        reason,
        decidedBy == null ? null : new StaffId(decidedBy));
  }

  /** Those who may see it, the viewer, and whoever is named now. */
  private List<Choice> colleagues(Viewer viewer, CaseFileId file, InspectionLine now) {
    Set<StaffId> keys = new HashSet<>(desk.colleagues(viewer, file));
    keys.add(viewer.staff());
    if (now != null) {
      Stream.of(now.supervisor(), now.decidedBy()).filter(Objects::nonNull).forEach(keys::add);
    }
    return staff.names(keys).entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Collator.getInstance(viewer.locale())))
        .map(one -> new Choice(one.getKey().toString(), one.getValue()))
        .toList();
  }

  private static String tab(CaseFileId file) {
    return "/files/" + file + "/tab/inspections";
  }
}
