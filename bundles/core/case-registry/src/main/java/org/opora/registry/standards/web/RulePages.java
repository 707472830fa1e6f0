package org.opora.registry.standards.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.standards.InternalRules;
import org.opora.api.standards.InternalRules.Kind;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.standards.application.RuleDesk;
import org.opora.registry.standards.application.RuleDesk.RuleLine;
import org.opora.registry.standards.application.RuleView;
import org.opora.registry.standards.persistence.RuleFilter;

/** Papers of the centre: the list, one of them with its versions, and its begin and end. */
final class RulePages {
  static final String LIST = "/rules";
  private static final int ROWS = 40;
  private static final int CHOICES = 100;
  private final RuleDesk desk;
  private final Messages messages;

  RulePages(RuleDesk desk, Messages messages) {
    this.desk = desk;
    this.messages = messages;
  }

  private static UUID rule(Request request) {
    return request.id("rule");
  }

  static String path(UUID rule) {
    return LIST + "/" + rule;
  }

  private static RuleFilter filter(Request request) {
    String asked = request.query("show").orElse("");
    return Stream.of(RuleFilter.values())
        .filter(one -> one.name().equals(asked))
        .findFirst()
        .orElse(RuleFilter.CURRENT);
  }

  Reply list(Request request) {
    RuleFilter filter = filter(request);
    return new Model()
        .with(
            "rules", desk.list(request.viewer(), filter, request.query("after").orElse(null), ROWS))
        .with("show", filter.name())
        .with("filters", Choice.of(messages, request.locale(), "rules.show", RuleFilter.values()))
        .page("rules");
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    RuleFilter filter = filter(request);
    return Reply.export(
        request,
        Sheet.<RuleLine>of(
                "rules", "rules.title", (after, limit) -> desk.list(viewer, filter, after, limit))
            .text("rule.title", RuleLine::title)
            .text("rule.kind", row -> Words.of("rule.kind." + row.kind()))
            .number("rule.number", row -> row.shown() == null ? null : row.shown().row().number())
            .text("rule.standing", RulePages::standing)
            .date(
                "rule.validFrom", row -> row.shown() == null ? null : row.shown().row().validFrom())
            .text(
                "rule.approvedBy",
                row -> row.shown() == null ? null : row.shown().row().approvedBy())
            .yesNo("rule.forCarers", RuleLine::forCarers)
            .date("rule.mine.confirmedOn", RulePages::confirmedOn));
  }

  private static Text standing(RuleLine row) {
    return row.shown() == null
        ? Words.of("rule.nothing-issued")
        : Words.of("rule.standing." + row.shown().standing());
  }

  private static LocalDate confirmedOn(RuleLine row) {
    return row.mine() == null ? null : row.mine().confirmedOn();
  }

  Reply show(Request request) {
    return show(request, null);
  }

  private Reply show(Request request, Form form) {
    return new Model().with("rule", desk.view(request.viewer(), rule(request))).form("rule", form);
  }

  Reply blank(Request request) {
    return form(request, null, null);
  }

  Reply add(Request request) {
    Form form = request.form();
    Kind kind = form.requiredChoice("kind", Kind.class);
    String title = form.requiredLine("title");
    if (form.valid()) {
      try {
        UUID rule = desk.add(request.viewer(), kind, title, form.checked("forCarers"));
        return Reply.to(path(rule) + "/versions/new", Words.of("rule.added"));
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return form(request, null, form);
  }

  Reply edit(Request request) {
    return form(request, desk.view(request.viewer(), rule(request)), null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    UUID rule = rule(request);
    Kind kind = form.requiredChoice("kind", Kind.class);
    String title = form.requiredLine("title");
    return form.attempt(
        () -> {
          desk.amend(
              request.viewer(), rule, form.version(), kind, title, form.checked("forCarers"));
          return Reply.to(path(rule), Words.of("rule.saved"));
        },
        wrong -> form(request, desk.view(request.viewer(), rule), wrong));
  }

  private Reply form(Request request, RuleView rule, Form form) {
    return new Model()
        .with("rule", rule)
        .with(
            "kinds",
            Choice.of(messages, request.locale(), "rule.kind", InternalRules.Kind.values()))
        .with("action", rule == null ? LIST + "/new" : path(rule.id()) + "/edit")
        .with("back", rule == null ? LIST : path(rule.id()))
        .with("draft", rule == null ? "rule-new" : "rule-" + rule.id())
        .form("rule-form", form);
  }

  Reply ending(Request request) {
    return ending(request, null);
  }

  Reply end(Request request) {
    Form form = request.form();
    UUID rule = rule(request);
    LocalDate day = form.requiredDate("endedOn");
    UUID by = form.id("replacedBy");
    return form.attempt(
        () -> {
          desk.end(request.viewer(), rule, form.version(), day, by);
          return Reply.to(path(rule), Words.of("rule.ended"));
        },
        wrong -> ending(request, wrong));
  }

  private Reply ending(Request request, Form form) {
    Viewer viewer = request.viewer();
    RuleView rule = desk.view(viewer, rule(request));
    List<Choice> others =
        desk.list(viewer, RuleFilter.CURRENT, null, CHOICES).items().stream()
            .filter(one -> !one.id().equals(rule.id()))
            .map(one -> new Choice(one.id().toString(), one.title()))
            .toList();
    return new Model().with("rule", rule).with("others", others).form("rule-end", form);
  }

  Reply goOn(Request request) {
    Form form = request.form();
    UUID rule = rule(request);
    try {
      desk.goOn(request.viewer(), rule, form.version());
      return Reply.to(path(rule), Words.of("rule.goes-on"));
    } catch (Stale changed) {
      form.stale();
    }
    return show(request, form);
  }
}
