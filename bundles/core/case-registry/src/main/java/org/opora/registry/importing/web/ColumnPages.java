package org.opora.registry.importing.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.importing.application.ImportViews;
import org.opora.registry.importing.application.ImportViews.ColumnView;
import org.opora.registry.importing.application.Imports;
import org.opora.registry.importing.domain.Column;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** What the columns of a file mean, chosen by a person. */
final class ColumnPages {
  private final Imports imports;
  private final ImportViews views;
  private final Messages messages;

  ColumnPages(Imports imports, ImportViews views, Messages messages) {
    this.imports = imports;
    this.views = views;
    this.messages = messages;
  }

  /** A column with the choices of its meaning; {@code field} is the form field. */
  public record Line(String field, String header, String sample, String meaning) {}

  Reply show(Request request) {
    return page(request, null);
  }

  private Reply page(Request request, Form form) {
    UUID run = request.id("run");
    List<Line> lines = new ArrayList<>();
    for (ColumnView column : views.columns(request.viewer(), run)) {
      String meaning = column.meaning() == null ? null : column.meaning().name();
      lines.add(new Line("column-" + column.place(), column.header(), column.sample(), meaning));
    }
    return new Model()
        .with("run", views.run(request.viewer(), run))
        .with("lines", lines)
        .with("choices", choices(request.locale()))
        .form("import-columns", form);
  }

  private List<Choice> choices(Locale locale) {
    List<Choice> choices = new ArrayList<>();
    for (Column column : Column.values()) {
      choices.add(
          new Choice(column.name(), messages.text(locale, "importing.column." + column.name())));
    }
    return choices;
  }

  Reply save(Request request) {
    UUID run = request.id("run");
    Form form = request.form();
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (ColumnView column : views.columns(request.viewer(), run)) {
      String field = "column-" + column.place();
      Column meaning = form.raw(field).isEmpty() ? null : form.choice(field, Column.class);
      if (meaning != null && places.putIfAbsent(meaning, column.place()) != null) {
        form.error(field, Words.of("importing.refused.twice"));
      }
    }
    return form.attempt(
        () -> {
          imports.map(request.viewer(), run, places);
          return Reply.to(ImportPages.path(run));
        },
        wrong -> page(request, wrong));
  }
}
