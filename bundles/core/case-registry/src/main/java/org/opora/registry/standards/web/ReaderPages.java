package org.opora.registry.standards.web;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Text;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.house.application.CentreDesk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.standards.application.ReadersDesk;
import org.opora.registry.standards.application.ReadersDesk.Owed;
import org.opora.registry.standards.application.ReadersDesk.Reader;
import org.opora.registry.standards.application.RuleDesk;

/** Who has not confirmed yet, and what whoever oversees it does about it. */
final class ReaderPages {
  private static final int ROWS = 40;
  private static final int WHY = 400;
  private final RuleDesk desk;
  private final ReadersDesk readers;
  private final CentreDesk centre;

  ReaderPages(RuleDesk desk, ReadersDesk readers, CentreDesk centre) {
    this.desk = desk;
    this.readers = readers;
    this.centre = centre;
  }

  Reply owed(Request request) {
    return new Model()
        .with("owed", readers.owed(request.viewer(), request.query("after").orElse(null), ROWS))
        .page("rule-owed");
  }

  Reply exportOwed(Request request) {
    Viewer viewer = request.viewer();
    return Reply.export(
        request,
        Sheet.<Owed>of(
                "unread-rules",
                "rules.owed.title",
                (after, limit) -> readers.owed(viewer, after, limit))
            .date("reader.readBy", row -> row.reader().readBy())
            .text("reader.name", row -> row.reader().name())
            .text("rule.title", Owed::title)
            .number("rule.number", Owed::number)
            .date("reader.handedOn", row -> row.reader().handedOn())
            .text("reader.handedBy", row -> row.reader().handedBy()));
  }

  Reply standing(Request request) {
    Viewer viewer = request.viewer();
    RuleDesk.Shown shown = desk.version(viewer, VersionForms.version(request));
    return new Model()
        .with("version", shown)
        .with("standing", readers.standing(viewer, shown.id()))
        .with("paper", centre.onPaper(viewer.today()))
        .page("rule-readers");
  }

  Reply export(Request request) {
    ReadersDesk.Standing standing =
        readers.standing(request.viewer(), VersionForms.version(request));
    return Reply.export(
        request,
        Sheet.of("rule-readers", "reader.title", standing.readers())
            .text("reader.name", Reader::name)
            .text("reader.state", ReaderPages::state)
            .date("reader.handedOn", Reader::handedOn)
            .text("reader.handedBy", Reader::handedBy)
            .date("reader.readBy", Reader::readBy)
            .date("reader.confirmedOn", Reader::confirmedOn)
            .text("reader.confirmedBy", Reader::confirmedBy)
            .text("reader.why", Reader::endedWhy));
  }

  private static Text state(Reader row) {
    if (row.confirmedOn() != null) {
      return Words.of(row.confirmedBy() == null ? "reader.state.read" : "reader.state.signed");
    }
    if (row.open()) {
      return Words.of(row.overdue() ? "reader.state.overdue" : "reader.state.open");
    }
    return Words.of(row.endedWhy() == null ? "reader.state.replaced" : "reader.state.withdrawn");
  }

  Reply handing(Request request) {
    return handing(request, null);
  }

  Reply hand(Request request) {
    Form form = request.form();
    UUID version = VersionForms.version(request);
    Set<StaffId> chosen = VersionForms.chosen(form);
    LocalDate readBy = form.requiredDate("readBy");
    if (form.valid()) {
      try {
        readers.hand(request.viewer(), version, chosen, readBy);
        return Reply.to(VersionForms.path(version), Words.of("reader.handed"));
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return handing(request, form);
  }

  private Reply handing(Request request, Form form) {
    Viewer viewer = request.viewer();
    RuleDesk.Shown shown = desk.version(viewer, VersionForms.version(request));
    if (!shown.line().row().issued()) {
      throw new NotFound();
    }
    return new Model()
        .with("version", shown)
        .with(
            "readers",
            readers.standing(viewer, shown.id()).missing().stream()
                .map(member -> new Choice(member.id().toString(), member.name()))
                .toList())
        .with("readBy", viewer.today().plusDays(VersionForms.DAYS_TO_READ))
        .form("rule-hand", form);
  }

  Reply signing(Request request) {
    return signing(request, null);
  }

  Reply sign(Request request) {
    Form form = request.form();
    UUID reader = request.id("reader");
    LocalDate on = form.requiredDate("on");
    return form.attempt(
        () -> {
          readers.paper(request.viewer(), reader, on);
          return back(request, Words.of("reader.signed"));
        },
        wrong -> signing(request, wrong));
  }

  private Reply signing(Request request, Form form) {
    return new Model()
        .with("owed", readers.one(request.viewer(), request.id("reader")))
        .form("rule-paper", form);
  }

  Reply withdrawing(Request request) {
    return withdrawing(request, null);
  }

  Reply withdraw(Request request) {
    Form form = request.form();
    UUID reader = request.id("reader");
    String why = form.text("why", WHY);
    if (why == null) {
      form.error("why", "form.required");
    }
    return form.attempt(
        () -> {
          readers.withdraw(request.viewer(), reader, why);
          return back(request, Words.of("reader.withdrawn"));
        },
        wrong -> withdrawing(request, wrong));
  }

  private Reply withdrawing(Request request, Form form) {
    return new Model()
        .with("owed", readers.one(request.viewer(), request.id("reader")))
        .form("rule-withdraw", form);
  }

  private Reply back(Request request, Text said) {
    return Reply.to(
        VersionForms.path(readers.one(request.viewer(), request.id("reader")).version())
            + "/readers",
        said);
  }
}
