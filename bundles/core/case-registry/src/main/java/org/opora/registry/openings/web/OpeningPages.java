package org.opora.registry.openings.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.opora.api.access.Subject;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.openings.application.NewOpening;
import org.opora.registry.openings.application.OpeningBook;
import org.opora.registry.openings.application.OpeningBook.Line;
import org.opora.registry.openings.application.OpeningDesk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Opens files for an inspection, shows what is and was open, and closes it. */
final class OpeningPages {
  static final String HOME = "/openings";
  private static final int ROWS = 50;
  private static final int NUMBERS = 6000;
  private static final String FILES = "numbers";

  /** Numbers of former records may hold blanks. */
  private static final Pattern BETWEEN = Pattern.compile("[\\n\\r,;]+");

  private final CaseFiles files;
  private final OpeningDesk desk;
  private final OpeningBook book;

  OpeningPages(CaseFiles files, OpeningDesk desk, OpeningBook book) {
    this.files = files;
    this.desk = desk;
    this.book = book;
  }

  Reply list(Request request) {
    boolean past = request.query("show").filter("past"::equals).isPresent();
    Page<Line> page = book.list(request.viewer(), !past, request.query("after").orElse(null), ROWS);
    shows(request, page.items());
    return new Model().with("openings", page).with("past", past).page("openings");
  }

  Reply one(Request request) {
    Line line = book.one(request.viewer(), request.id("opening"));
    shows(request, List.of(line));
    return new Model().with("opening", line).page("opening");
  }

  Reply close(Request request) {
    UUID id = request.id("opening");
    desk.close(request.viewer(), id);
    return closed(id);
  }

  Reply closeFile(Request request) {
    UUID id = request.id("opening");
    desk.close(request.viewer(), id, CaseFrame.file(request));
    return closed(id);
  }

  private static Reply closed(UUID id) {
    return Reply.to(HOME + "/" + id, Words.of("opening.closed"));
  }

  Reply ask(Request request) {
    return page(desk.desk(request.viewer()), null, null);
  }

  /**
   * With the file from which somebody came here. Who opens nothing hears so of every file, there or
   * not.
   */
  Reply askFor(Request request) {
    OpeningDesk.Desk shown = desk.desk(request.viewer());
    CaseFiles.Header header = files.header(request.viewer(), CaseFrame.file(request));
    request.shows(Subject.of(header.id()));
    return page(shown, null, header.number());
  }

  Reply open(Request request) {
    Form form = request.form();
    UUID inspector = form.requiredId("staff");
    LocalDate from = form.requiredDate("from");
    LocalDate until = form.requiredDate("until");
    String inspection = form.requiredLine("inspection");
    String reference = form.line("reference");
    String numbers = form.text(FILES, NUMBERS);
    if (numbers == null) {
      form.error(FILES, Words.of("refused.required"));
    }
    return form.attempt(
        () -> {
          UUID id =
              desk.open(
                  request.viewer(),
                  new NewOpening(
                      new StaffId(inspector),
                      from,
                      until,
                      inspection,
                      reference,
                      List.of(BETWEEN.split(numbers))));
          return Reply.to(HOME + "/" + id, Words.of("opening.opened"));
        },
        again -> page(desk.desk(request.viewer()), again, null));
  }

  private Reply page(OpeningDesk.Desk shown, Form form, String number) {
    return new Model()
        .with("desk", shown)
        .with("number", number)
        .with("most", OpeningDesk.MOST)
        .with(
            "inspectors",
            shown.inspectors().entrySet().stream()
                .map(one -> new Choice(one.getKey().toString(), one.getValue()))
                .sorted(Comparator.comparing(Choice::label))
                .toList())
        .form("opening-new", form);
  }

  private static void shows(Request request, List<Line> lines) {
    request.shows(
        lines.stream()
            .flatMap(line -> line.files().stream())
            .map(part -> Subject.of(part.file().id()))
            .distinct()
            .toList());
  }
}
