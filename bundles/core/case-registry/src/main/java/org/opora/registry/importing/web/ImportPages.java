package org.opora.registry.importing.web;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.importing.application.ImportViews;
import org.opora.registry.importing.application.ImportViews.FindingView;
import org.opora.registry.importing.application.ImportViews.RunView;
import org.opora.registry.importing.application.Imports;
import org.opora.registry.importing.application.OpeningBalances;
import org.opora.registry.importing.domain.ImportRun.State;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Upload, preview, progress, what the spreadsheet did not tell, and taking back. */
final class ImportPages {
  private static final int FAMILIES = 50;
  private final Imports imports;
  private final ImportViews views;
  private final OpeningBalances balances;

  ImportPages(Imports imports, ImportViews views, OpeningBalances balances) {
    this.imports = imports;
    this.views = views;
    this.balances = balances;
  }

  static String path(UUID run) {
    return "/import/" + run;
  }

  Reply list(Request request) {
    return list(request.viewer(), null);
  }

  private Reply list(Viewer viewer, Form form) {
    return new Model()
        .with("runs", views.latest(viewer))
        .with("balances", balances.count(viewer))
        .form("import-list", form);
  }

  Reply read(Request request) throws IOException {
    Form form = request.form();
    Request.Upload upload = request.upload("file").orElse(null);
    if (upload == null || upload.size() == 0) {
      form.error("file", Words.of("importing.refused.no-file"));
    } else if (upload.size() > Imports.LARGEST) {
      form.error("file", Words.of("importing.unreadable.too-long"));
    }
    if (form.valid()) {
      try {
        return Reply.to(
            path(
                imports
                    .read(request.viewer(), upload.name(), Files.readAllBytes(upload.file()))
                    .run()));
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return list(request.viewer(), form);
  }

  Reply show(Request request) {
    Viewer viewer = request.viewer();
    RunView run = views.run(viewer, request.id("run"));
    if (run.busy()) {
      return new Model().with("run", run).page("import-busy");
    }
    if (run.state() == State.COLUMNS) {
      return Reply.to(path(run.id()) + "/columns");
    }
    return shown(request, run, null);
  }

  /** A form with errors stands above the page it was posted from. */
  private Reply shown(Request request, RunView run, Form form) {
    Viewer viewer = request.viewer();
    List<FindingView> all = views.findings(viewer, run.id());
    boolean open = FindingPages.open(request);
    List<FindingView> findings = FindingPages.chosen(all, open);
    findings.stream()
        .filter(one -> one.file() != null)
        .forEach(one -> request.shows(Subject.of(one.file())));
    List<ImportViews.FamilyView> families =
        new ArrayList<>(views.families(viewer, run.id(), 0, FAMILIES));
    return new Model()
        .with("run", run)
        .with("findings", findings)
        .with("doubts", all.stream().filter(FindingView::doubt).count())
        .with("settled", all.stream().filter(one -> one.settledOn() != null).count())
        .with("total", all.size())
        .with("open", open)
        .with("families", families)
        .with("more", run.families() > FAMILIES ? FAMILIES : null)
        .with("balances", balances.count(viewer))
        .form(run.state() == State.PREVIEW ? "import-preview" : "import-result", form);
  }

  /** A page of its own, and a part of the preview. */
  Reply families(Request request) {
    RunView run = views.run(request.viewer(), request.id("run"));
    int after =
        request
            .query("after")
            .filter(text -> text.matches("\\d{1,8}"))
            .map(Integer::valueOf)
            .orElse(0);
    List<ImportViews.FamilyView> families =
        views.families(request.viewer(), run.id(), after, FAMILIES);
    families.stream()
        .filter(one -> one.file() != null)
        .forEach(one -> request.shows(Subject.of(one.file())));
    return new Model()
        .with("run", run)
        .with("families", families)
        .with("more", after + FAMILIES < run.families() ? after + FAMILIES : null)
        .page(request.fragment() ? "import-families" : "import-families-page");
  }

  /** Asked for again and again while work goes on; when it ends, the page itself is shown anew. */
  Reply progress(Request request) {
    RunView run = views.run(request.viewer(), request.id("run"));
    return run.busy()
        ? new Model().with("run", run).page("import-progress")
        : Reply.to(path(run.id()));
  }

  Reply apply(Request request) {
    return act(request, () -> imports.apply(request.viewer(), request.id("run")));
  }

  Reply askUndo(Request request) {
    return new Model()
        .with("run", views.run(request.viewer(), request.id("run")))
        .page("import-undo");
  }

  Reply undo(Request request) {
    UUID run = request.id("run");
    Form form = request.form();
    try {
      imports.undo(request.viewer(), run);
      return Reply.to(path(run));
    } catch (Refused refused) {
      form.refused(refused);
      return new Model().with("run", views.run(request.viewer(), run)).form("import-undo", form);
    }
  }

  Reply discard(Request request) {
    imports.discard(request.viewer(), request.id("run"));
    return Reply.to("/import", Words.of("importing.discarded"));
  }

  private Reply act(Request request, Runnable action) {
    UUID run = request.id("run");
    Form form = request.form();
    try {
      action.run();
      return Reply.to(path(run));
    } catch (Refused refused) {
      form.error(Form.WHOLE, refused.text());
      return shown(request, views.run(request.viewer(), run), form);
    }
  }
}
