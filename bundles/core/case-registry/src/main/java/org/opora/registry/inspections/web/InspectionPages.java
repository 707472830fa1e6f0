package org.opora.registry.inspections.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.paging.Page;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.inspections.application.InspectionDesk;
import org.opora.registry.inspections.application.InspectionLine;
import org.opora.registry.inspections.domain.Deed;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The list of looks into files, the part of it in a case file, and the page of one. */
final class InspectionPages {
  private static final int ROWS = 40;
  private static final int OF_A_FILE = 100;
  private final CaseFrame frame;
  private final CaseFiles files;
  private final InspectionDesk desk;

  InspectionPages(CaseFrame frame, CaseFiles files, InspectionDesk desk) {
    this.frame = frame;
    this.files = files;
    this.desk = desk;
  }

  Reply list(Request request) {
    InspectionList asked = InspectionList.of(request);
    Page<InspectionLine> inspections =
        desk.list(
            request.viewer(),
            asked.deed(),
            asked.lentOut(),
            asked.file(),
            request.query("after").orElse(null),
            ROWS);
    shows(request, inspections.items());
    return new Model()
        .with("inspections", inspections)
        .with("show", asked.show())
        .with("all", asked.everything())
        .with("family", asked.file() == null ? null : header(request, asked))
        .with("query", asked.query())
        .with("deeds", List.of(Deed.values()))
        .page("inspections");
  }

  private CaseFiles.Header header(Request request, InspectionList asked) {
    CaseFiles.Header header = files.header(request.viewer(), asked.file());
    frame.shows(request, header);
    return header;
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    InspectionList asked = InspectionList.of(request);
    return Reply.export(
        request,
        Sheet.<InspectionLine>of(
                "inspections",
                "inspections.title",
                (after, limit) ->
                    desk.list(viewer, asked.deed(), asked.lentOut(), asked.file(), after, limit))
            .date("inspection.heldOn", InspectionLine::heldOn)
            .text("inspection.file", row -> row.file() == null ? null : row.file().number())
            .text("inspection.deed", row -> Words.of("inspection.deed." + row.deed()))
            .text("inspection.who", InspectionLine::who)
            .text("inspection.asker", row -> Words.of("inspection.asker." + row.asker()))
            .text("inspection.legal", InspectionLine::title)
            .text("inspection.part", InspectionLine::part)
            .text("inspection.supervisor", InspectionLine::supervisorName)
            .date("inspection.returnBy", InspectionLine::returnBy)
            .date("inspection.returnedOn", InspectionLine::returnedOn)
            .text("inspection.reason", InspectionLine::reason)
            .text("inspection.decidedBy", InspectionLine::decidedByName)
            .date("inspection.voidOn", InspectionLine::voidOn)
            .about(row -> List.of(Subject.of(row.about()))));
  }

  Reply ofFile(Request request) {
    CaseFiles.Header header = frame.header(request);
    Page<InspectionLine> inspections =
        desk.list(request.viewer(), null, false, header.id(), null, OF_A_FILE);
    return new Model()
        .with("file", header)
        .with("inspections", inspections)
        .with("out", out(request, header))
        .with("deeds", List.of(Deed.values()))
        .page("inspections-part");
  }

  /**
   * Asked for by themselves: what is out may have been lent long before the rows that are shown.
   */
  private List<InspectionLine> out(Request request, CaseFiles.Header header) {
    return desk.list(request.viewer(), null, true, header.id(), null, OF_A_FILE).items();
  }

  Reply show(Request request) {
    return page(request, null);
  }

  Reply returned(Request request) {
    Form form = request.form();
    LocalDate on = form.requiredDate("returnedOn");
    return form.attempt(
        () -> {
          desk.returned(request.viewer(), id(request), form.version(), on);
          return Reply.to("/inspections/" + id(request), Words.of("inspection.returned"));
        },
        wrong -> page(request, wrong));
  }

  Reply notReturned(Request request) {
    Form form = request.form();
    return form.attempt(
        () -> {
          desk.notReturned(request.viewer(), id(request), form.version());
          return Reply.to("/inspections/" + id(request), Words.of("inspection.out-again"));
        },
        wrong -> page(request, wrong));
  }

  private Reply page(Request request, Form form) {
    InspectionLine inspection = line(request);
    // What is wrong with the whole form is the state of the loan, and that is on the page now.
    boolean shown = form == null || form.errors().containsKey(Form.WHOLE);
    return new Model()
        .with("inspection", inspection)
        .with("version", shown ? inspection.version() : form.versionAgain(inspection.version()))
        .form("inspection", form);
  }

  Reply striking(Request request) {
    return strikingOut(request, null);
  }

  Reply strikeOut(Request request) {
    Form form = request.form();
    String reason = form.requiredLine("reason");
    return form.attempt(
        () -> {
          desk.strikeOut(request.viewer(), id(request), form.version(), reason);
          return Reply.to("/inspections/" + id(request), Words.of("inspection.struck-out"));
        },
        wrong -> strikingOut(request, wrong));
  }

  private Reply strikingOut(Request request, Form form) {
    return new Model().with("inspection", line(request)).form("inspection-strike-out", form);
  }

  private InspectionLine line(Request request) {
    InspectionLine inspection = desk.view(request.viewer(), id(request));
    shows(request, List.of(inspection));
    return inspection;
  }

  static UUID id(Request request) {
    return request.id("inspection");
  }

  static void shows(Request request, Collection<InspectionLine> inspections) {
    request.shows(inspections.stream().map(row -> Subject.of(row.about())).distinct().toList());
  }
}
