package org.opora.registry.importing.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.Refused;
import org.opora.api.paging.Page;
import org.opora.api.text.Messages;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.importing.application.BlindCheck;
import org.opora.registry.importing.application.ImportViews;
import org.opora.registry.importing.application.ImportViews.FindingView;
import org.opora.registry.importing.application.ImportViews.RunView;
import org.opora.registry.importing.application.Imports;
import org.opora.registry.importing.domain.ImportRun.State;
import org.opora.registry.shared.application.Refusals;

/**
 * {@code bin/opora import}: the whole way in one call, which answers when the work is done. Whoever
 * has not signed in may only have a file checked, is told no value, and nothing of what the
 * register holds.
 */
final class RemoteImport {
  private static final int AT_ONCE = 100;
  private final Imports imports;
  private final ImportViews views;
  private final Messages messages;

  RemoteImport(Imports imports, ImportViews views, Messages messages) {
    this.imports = imports;
    this.views = views;
    this.messages = messages;
  }

  /** The answer, kept stable: scripts read it. */
  public record Answer(int rows, int created, int updated, int unchanged, List<Line> findings) {}

  /** {@code row} is the number of the record in the file, the header being 1. */
  public record Line(int row, String column, String code, String value, String message) {}

  /**
   * How far the import is that goes on now: {@code reading}, {@code applying}, {@code undoing} or
   * {@code idle}; rows while it reads, else families.
   */
  public record Progress(String state, int done, int of) {}

  Reply progress(Request request) {
    if (request.signedIn().isEmpty()) {
      throw new NotAllowed("no-permission");
    }
    return Reply.json(
        views.latest(request.viewer()).stream()
            .filter(RunView::busy)
            .findFirst()
            .map(RemoteImport::progress)
            .orElse(new Progress("idle", 0, 0)));
  }

  private static Progress progress(RunView run) {
    String state = run.state().name().toLowerCase(Locale.ROOT);
    return run.state() == State.READING
        ? new Progress(state, run.rows(), 0)
        : new Progress(state, run.done(), run.families());
  }

  Reply handle(Request request) throws IOException, InterruptedException, ExecutionException {
    boolean dry =
        request
            .query("dryRun")
            .or(() -> request.query("dry-run"))
            .filter(RemoteImport::yes)
            .isPresent();
    byte[] content = request.body().readNBytes(Imports.LARGEST + 1);
    if (request.signedIn().isEmpty()) {
      if (!dry) {
        throw new NotAllowed("no-permission");
      }
      return Reply.json(blind(content, request.locale()));
    }
    Viewer viewer = request.viewer();
    Imports.Started reading = imports.read(viewer, request.query("name").orElse(""), content);
    UUID run = reading.run();
    reading.work().get();
    expect(viewer, run, State.PREVIEW);
    if (!dry) {
      imports.apply(viewer, run).work().get();
      expect(viewer, run, State.DONE);
    }
    Answer answer = answer(viewer, run, request.locale());
    if (dry) {
      imports.discard(viewer, run);
    }
    return Reply.json(answer);
  }

  private static boolean yes(String text) {
    return text.equals("1") || text.equals("true");
  }

  private void expect(Viewer viewer, UUID run, State wanted) {
    RunView view = views.run(viewer, run);
    if (view.state() != wanted) {
      String reason =
          view.state() == State.COLUMNS
              ? "columns-remote"
              : view.failure() == null ? "fault" : view.failure();
      throw new Refused(null, Refusals.text("importing.failed." + reason));
    }
  }

  private Answer answer(Viewer viewer, UUID run, Locale locale) {
    RunView view = views.run(viewer, run);
    List<Line> lines = new ArrayList<>();
    Page<FindingView> page = Page.last(List.of());
    do {
      page = views.findings(viewer, run, false, page.next(), AT_ONCE);
      for (FindingView one : page.items()) {
        lines.add(
            new Line(
                one.row(),
                one.column(),
                one.code(),
                one.value(),
                messages.text(locale, one.text())));
      }
    } while (page.hasNext());
    return new Answer(
        view.rows(),
        view.counts().created(),
        view.counts().updated(),
        view.counts().unchanged(),
        lines);
  }

  /** Row numbers stay in the sentences; whatever else came from a cell becomes dots. */
  private Answer blind(byte[] content, Locale locale) {
    BlindCheck.Result result = BlindCheck.check(content);
    List<Line> lines = new ArrayList<>();
    for (BlindCheck.Fault fault : result.faults()) {
      Object[] arguments =
          fault.arguments().stream().map(one -> one instanceof Integer ? one : "\u2026").toArray();
      String message = messages.text(locale, "importing.finding." + fault.sentence(), arguments);
      lines.add(new Line(fault.row(), fault.column(), fault.code(), null, message));
    }
    return new Answer(result.rows(), result.rows(), 0, 0, Collections.unmodifiableList(lines));
  }
}
