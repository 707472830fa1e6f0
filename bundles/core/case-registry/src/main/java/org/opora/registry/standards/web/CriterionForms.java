package org.opora.registry.standards.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.standards.spi.StandardsLaw.Standard;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.standards.application.CriteriaDesk;
import org.opora.registry.standards.application.CriteriaDesk.Own;
import org.opora.registry.standards.application.NewCriterion;
import org.opora.registry.standards.application.StandardsShelf;

/** The list of criteria, and the centre's words for them. */
final class CriterionForms {
  static final String LIST = "/standards/criteria";
  private static final int WORDS = 1000;
  private static final int SOURCE = 400;
  private final CriteriaDesk desk;
  private final StandardsShelf law;
  private final Messages messages;

  CriterionForms(CriteriaDesk desk, StandardsShelf law, Messages messages) {
    this.desk = desk;
    this.law = law;
    this.messages = messages;
  }

  Reply list(Request request) {
    Viewer viewer = request.viewer();
    LocalDate today = viewer.today();
    return new Model()
        .with("list", desk.view(viewer, today))
        .with("others", desk.others(viewer, today))
        .page("standards-criteria");
  }

  /** A criterion in the file. */
  public record Row(Standard standard, CriteriaDesk.Line line) {}

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    List<Row> rows =
        desk.view(viewer, viewer.today()).standards().stream()
            .flatMap(
                part ->
                    part.criteria().isEmpty()
                        ? List.of(new Row(part.standard(), null)).stream()
                        : part.criteria().stream().map(line -> new Row(part.standard(), line)))
            .toList();
    return Reply.export(
        request,
        Sheet.of("criteria", "criterion.title", rows)
            .text("criterion.standard", row -> row.standard().number())
            .text("criterion.topic", row -> row.standard().topic())
            .text("criterion.letter", row -> row.line() == null ? null : row.line().letter())
            .text("criterion.wording", CriterionForms::wording)
            .text("criterion.source", CriterionForms::source)
            .text("criterion.trust", CriterionForms::trust));
  }

  private static Object wording(Row row) {
    if (row.line() == null) {
      return Words.of("criterion.whole");
    }
    return row.line().own() == null ? row.line().known() : row.line().own().text().wording();
  }

  private static String source(Row row) {
    if (row.line() == null) {
      return row.standard().paragraph();
    }
    return row.line().own() == null
        ? row.line().paragraph()
        : Objects.requireNonNullElse(row.line().own().text().source(), row.line().paragraph());
  }

  private static Object trust(Row row) {
    if (row.line() == null) {
      return Words.of("law.trust." + row.standard().trust());
    }
    return row.line().own() == null
        ? Words.of("law.trust." + row.line().trust())
        : Words.of("criterion.own");
  }

  Reply blank(Request request) {
    return page(request, null, null);
  }

  Reply add(Request request) {
    Form form = request.form();
    NewCriterion criterion = read(form, form.requiredLine("standard"), form.requiredLine("letter"));
    return form.attempt(
        () -> {
          desk.add(request.viewer(), criterion);
          return Reply.to(LIST, Words.of("criterion.added"));
        },
        wrong -> page(request, null, wrong));
  }

  Reply edit(Request request) {
    return page(request, desk.one(request.viewer(), request.id("criterion")), null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    Own before = desk.one(request.viewer(), request.id("criterion"));
    NewCriterion now = read(form, before.text().standard(), before.text().letter());
    return form.attempt(
        () -> {
          desk.amend(request.viewer(), before.id(), form.version(), now);
          return Reply.to(LIST, Words.of("criterion.saved"));
        },
        wrong -> page(request, desk.one(request.viewer(), before.id()), wrong));
  }

  private static NewCriterion read(Form form, String standard, String letter) {
    String wording = form.text("wording", WORDS);
    if (wording == null) {
      form.error("wording", "form.required");
    }
    return new NewCriterion(
        standard,
        letter,
        wording,
        form.text("source", SOURCE),
        form.requiredDate("since"),
        form.date("until"));
  }

  private Reply page(Request request, Own own, Form form) {
    return new Model()
        .with("own", own)
        .with("standards", standards(request))
        .with("standard", request.query("standard").orElse(null))
        .with("letter", request.query("letter").orElse(null))
        .with("action", own == null ? LIST + "/new" : LIST + "/" + own.id() + "/edit")
        .with("draft", own == null ? "criterion-new" : "criterion-" + own.id())
        .form("standards-criterion-form", form);
  }

  private List<Choice> standards(Request request) {
    return law.standards(request.viewer().today()).map(Parameter::value).orElse(List.of()).stream()
        .map(
            one ->
                new Choice(
                    one.code(), one.number() + " " + messages.text(request.locale(), one.topic())))
        .toList();
  }
}
