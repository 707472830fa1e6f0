package org.opora.registry.importing.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.importing.application.ImportViews;
import org.opora.registry.importing.application.ImportViews.FindingView;
import org.opora.registry.importing.application.ImportViews.RunView;
import org.opora.registry.importing.application.ImportViews.Side;
import org.opora.registry.importing.application.Imports;
import org.opora.registry.importing.domain.ImportRun.State;
import org.opora.registry.people.application.SamePerson;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Findings are ticked, and possible duplicates looked at side by side. */
final class FindingPages {
  private final Imports imports;
  private final ImportViews views;
  private final SamePerson same;

  FindingPages(Imports imports, ImportViews views, SamePerson same) {
    this.imports = imports;
    this.views = views;
    this.same = same;
  }

  /** Whether only what somebody still has to look into is asked for. */
  static boolean open(Request request) {
    return request.query("show").orElse("").equals("open");
  }

  static List<FindingView> chosen(List<FindingView> all, boolean open) {
    return open ? all.stream().filter(one -> one.settledOn() == null && one.doubt()).toList() : all;
  }

  /** The list below the preview or the result; ticks are there only after the import. */
  Reply export(Request request) {
    Viewer viewer = request.viewer();
    RunView run = views.run(viewer, request.id("run"));
    if (run.busy() || run.state() == State.COLUMNS || run.state() == State.UNDONE) {
      // There the page shows no findings either.
      throw new NotFound();
    }
    List<FindingView> findings = chosen(views.findings(viewer, run.id()), open(request));
    Sheet<FindingView> sheet =
        Sheet.of("import-findings", "importing.findings", findings)
            .number("importing.row", FindingView::row)
            .text(
                "importing.weight",
                one -> Words.of(one.doubt() ? "importing.doubt" : "importing.note"))
            .text("importing.finding", FindingView::text)
            .text("importing.header", FindingView::column)
            .text("importing.value", FindingView::value)
            .text("importing.where", FindingView::fileNumber)
            .text("person.name", one -> one.name() == null ? null : one.name().spoken())
            .about(FindingPages::subjects);
    return Reply.export(
        request,
        run.state() == State.PREVIEW
            ? sheet
            : sheet.yesNo("importing.settled", one -> one.settledOn() != null));
  }

  private static List<Subject> subjects(FindingView one) {
    return Stream.of(
            one.file() == null ? null : Subject.of(one.file()),
            one.person() == null ? null : Subject.of(one.person()))
        .filter(Objects::nonNull)
        .toList();
  }

  Reply compare(Request request) {
    UUID run = request.id("run");
    List<Side> sides = views.compare(request.viewer(), run, request.id("finding"));
    sides.stream()
        .filter(side -> side.person() != null)
        .forEach(side -> request.shows(Subject.of(side.person())));
    return new Model()
        .with("run", views.run(request.viewer(), run))
        .with("finding", request.id("finding"))
        .with("left", sides.get(0))
        .with("right", sides.size() > 1 ? sides.get(1) : null)
        .with("joinable", joinable(sides))
        .page("import-compare");
  }

  private static boolean joinable(List<Side> sides) {
    return sides.size() > 1
        && sides.get(0).person() != null
        && sides.get(1).person() != null
        && !sides.get(0).person().equals(sides.get(1).person());
  }

  /** Two entries are one person: the earlier one stays the leading one. */
  Reply same(Request request) {
    Viewer viewer = request.viewer();
    UUID run = request.id("run");
    UUID finding = request.id("finding");
    List<Side> sides = views.compare(viewer, run, finding);
    if (!joinable(sides)) {
      throw new NotFound();
    }
    same.declare(viewer, sides.get(0).person(), sides.get(1).person());
    imports.settle(viewer, run, finding, true);
    return Reply.to(ImportPages.path(run), Words.of("importing.joined"));
  }

  Reply settle(Request request) {
    UUID run = request.id("run");
    imports.settle(request.viewer(), run, request.id("finding"), request.form().checked("settled"));
    return Reply.to(ImportPages.path(run));
  }
}
