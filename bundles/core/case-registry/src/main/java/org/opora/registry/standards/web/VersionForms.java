package org.opora.registry.standards.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.ids.StaffId;
import org.opora.api.standards.InternalRules.NewVersion;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.house.application.CentreDesk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.standards.application.ReadersDesk;
import org.opora.registry.standards.application.RuleDesk;
import org.opora.registry.standards.application.RuleView;

/** Versions: reading and confirming, writing and issuing them. */
final class VersionForms {
  /** Time to read that the form offers. */
  static final int DAYS_TO_READ = 14;

  private static final int TEXT = 100_000;
  private static final int CHANGES = 2000;
  private final RuleDesk desk;
  private final ReadersDesk readers;
  private final CentreDesk centre;

  VersionForms(RuleDesk desk, ReadersDesk readers, CentreDesk centre) {
    this.desk = desk;
    this.readers = readers;
    this.centre = centre;
  }

  static UUID version(Request request) {
    return request.id("version");
  }

  static String path(UUID version) {
    return "/rules/versions/" + version;
  }

  Reply show(Request request) {
    return show(request, null);
  }

  private Reply show(Request request, Form form) {
    Viewer viewer = request.viewer();
    return new Model()
        .with("version", desk.version(viewer, version(request)))
        .with("paper", centre.onPaper(viewer.today()))
        .form("rule-version", form);
  }

  Reply confirm(Request request) {
    Form form = request.form();
    UUID version = version(request);
    try {
      desk.confirm(request.viewer(), version);
      return Reply.to(path(version), Words.of("rule.confirmed"));
    } catch (Refused refused) {
      form.refused(refused);
    }
    return show(request, form);
  }

  Reply blank(Request request) {
    return blank(request, null);
  }

  Reply add(Request request) {
    Form form = request.form();
    NewVersion version = read(form);
    if (form.valid()) {
      try {
        return Reply.to(
            path(desk.write(request.viewer(), request.id("rule"), version)),
            Words.of("rule.version.written"));
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return blank(request, form);
  }

  /** Written from the last words, of which most usually stay. */
  private Reply blank(Request request, Form form) {
    Viewer viewer = request.viewer();
    RuleView rule = desk.view(viewer, request.id("rule"));
    RuleDesk.Shown before =
        rule.versions().isEmpty() ? null : desk.version(viewer, rule.versions().get(0).row().id());
    return new Model()
        .with("rule", rule)
        .with("first", before == null)
        .with("words", before == null ? null : before.text())
        .with("action", RulePages.path(rule.id()) + "/versions/new")
        .with("back", RulePages.path(rule.id()))
        .with("draft", "rule-version-new-" + rule.id())
        .form("rule-version-form", form);
  }

  Reply edit(Request request) {
    return edit(request, null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    UUID version = version(request);
    NewVersion now = read(form);
    return form.attempt(
        () -> {
          desk.amendVersion(request.viewer(), version, form.version(), now);
          return Reply.to(path(version), Words.of("rule.version.saved"));
        },
        wrong -> edit(request, wrong));
  }

  private Reply edit(Request request, Form form) {
    RuleDesk.Shown shown = desk.version(request.viewer(), version(request));
    return new Model()
        .with("rule", shown.rule())
        .with("first", shown.line().row().number() == 1)
        .with("version", shown)
        .with("words", shown.text())
        .with("action", path(shown.id()) + "/edit")
        .with("back", path(shown.id()))
        .with("draft", "rule-version-" + shown.id())
        .form("rule-version-form", form);
  }

  private static NewVersion read(Form form) {
    String text = form.text("text", TEXT);
    if (text == null) {
      form.error("text", "form.required");
    }
    return new NewVersion(
        text == null ? "" : text,
        form.text("changes", CHANGES),
        form.requiredDate("validFrom"),
        form.requiredLine("approvedBy"),
        form.requiredDate("approvedOn"));
  }

  Reply discard(Request request) {
    Form form = request.form();
    UUID version = version(request);
    UUID rule = desk.version(request.viewer(), version).rule().id();
    try {
      desk.discard(request.viewer(), version);
      return Reply.to(RulePages.path(rule), Words.of("rule.version.discarded"));
    } catch (Refused refused) {
      form.refused(refused);
    }
    return show(request, form);
  }

  Reply issuing(Request request) {
    return issuing(request, null);
  }

  Reply issue(Request request) {
    Form form = request.form();
    UUID version = version(request);
    Set<StaffId> chosen = chosen(form);
    LocalDate readBy = chosen.isEmpty() ? form.date("readBy") : form.requiredDate("readBy");
    return form.attempt(
        () -> {
          desk.issue(request.viewer(), version, form.version(), chosen, readBy);
          return Reply.to(path(version), Words.of("rule.version.issued"));
        },
        wrong -> issuing(request, wrong));
  }

  private Reply issuing(Request request, Form form) {
    Viewer viewer = request.viewer();
    RuleDesk.Shown shown = desk.version(viewer, version(request));
    if (shown.line().row().issued()) {
      throw new NotFound();
    }
    ReadersDesk.Choices choices = readers.choices(viewer, shown.rule().id());
    return new Model()
        .with("version", shown)
        .with("readers", choices(choices))
        .with("chosen", choices.chosen().stream().map(StaffId::toString).toList())
        .with("readBy", viewer.today().plusDays(DAYS_TO_READ))
        .form("rule-issue", form);
  }

  static List<Choice> choices(ReadersDesk.Choices choices) {
    return choices.all().stream()
        .map(member -> new Choice(member.id().toString(), member.name()))
        .toList();
  }

  static Set<StaffId> chosen(Form form) {
    try {
      return form.all("readers").stream()
          .map(UUID::fromString)
          .map(StaffId::new)
          .collect(Collectors.toSet());
    } catch (IllegalArgumentException notOurs) {
      form.error("readers", "form.choice", "");
      return Set.of();
    }
  }
}
