package org.opora.registry.overrides.web;

import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.paging.Page;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.overrides.application.OverrideDesk;
import org.opora.registry.overrides.application.OverrideLine;
import org.opora.registry.overrides.application.RuleMonths;
import org.opora.registry.overrides.persistence.Wanted;
import org.opora.registry.shared.web.Model;

/** The table of rules and months, and the list behind it, on the screen and as a file. */
final class OverridePages {
  private static final int ROWS = 40;
  private final OverrideDesk desk;

  OverridePages(OverrideDesk desk) {
    this.desk = desk;
  }

  Reply table(Request request) {
    RuleMonths table = desk.months(request.viewer());
    return new Model()
        .with("table", table)
        .with("labels", table.months().stream().map(OverrideFilter::label).toList())
        .page("overrides");
  }

  Reply list(Request request) {
    Viewer viewer = request.viewer();
    OverrideFilter filter = OverrideFilter.of(request);
    RuleMonths table = desk.months(viewer);
    Page<OverrideLine> page =
        desk.list(viewer, filter.wanted(), request.query("after").orElse(null), ROWS);
    request.shows(page.items().stream().map(OverrideLine::subject).distinct().toList());
    return new Model()
        .with("overrides", page)
        .with("rule", filter.rule())
        .with("month", filter.month())
        .with("rules", filter.rules(table))
        .with("months", filter.months(table))
        .with("asked", filter.asked())
        .page("overrides-list");
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    Wanted wanted = OverrideFilter.of(request).wanted();
    return Reply.export(
        request,
        Sheet.<OverrideLine>of(
                "overrides",
                "overrides.title",
                (after, limit) -> desk.list(viewer, wanted, after, limit))
            .date("override.on", OverrideLine::on)
            .text("override.author", OverrideLine::author)
            .text("override.family", row -> row.file() == null ? null : row.file().familyName())
            .text("file.no", row -> row.file() == null ? null : row.file().number())
            .text("override.rule", OverrideLine::rule)
            .text("override.reason", OverrideLine::reason)
            .text("override.words", OverrideLine::words)
            .about(row -> List.of(row.subject())));
  }
}
