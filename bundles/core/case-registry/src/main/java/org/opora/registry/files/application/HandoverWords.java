package org.opora.registry.files.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.files.Agreements;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.PersonName;
import org.opora.api.safety.Safety;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.registry.files.domain.HandoverPart;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.tasks.application.TaskDesk;
import org.opora.registry.tasks.application.TaskLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a protocol says about a family on the day it is written, with the eyes and in the language
 * of whoever writes it: a paper has one language.
 */
@Component(service = HandoverWords.class)
public final class HandoverWords {
  private static final int TASKS = 100;
  private final Agreements agreements;
  private final Safety safety;
  private final TaskDesk tasks;
  private final DueLines due;
  private final Messages messages;

  @Activate
  public HandoverWords(
      @Reference Agreements agreements,
      @Reference Safety safety,
      @Reference TaskDesk tasks,
      @Reference DueLines due,
      @Reference Messages messages) {
    this.agreements = agreements;
    this.safety = safety;
    this.tasks = tasks;
    this.due = due;
    this.messages = messages;
  }

  /**
   * @param person whom it names; null for the family as a whole
   */
  record Line(HandoverPart part, PersonId person, String words) {}

  /** What is due of these files, read once for all protocols that are written together. */
  Optional<List<Duties.Line>> due(Viewer viewer, Collection<CaseFileId> files) {
    return due.of(viewer, files);
  }

  List<Line> of(Viewer viewer, CaseFiles.Header header, Optional<List<Duties.Line>> everythingDue) {
    Locale locale = viewer.locale();
    List<Line> lines = new ArrayList<>();
    if (viewer.may(Safety.READ)) {
      safety(lines, viewer, header);
    }
    agreement(lines, viewer, header);
    everythingDue.ifPresentOrElse(
        all ->
            all.stream()
                .filter(line -> line.file().equals(header.id()))
                .forEach(line -> lines.add(due(locale, line, viewer.today()))),
        () ->
            lines.add(
                new Line(
                    HandoverPart.DUE, null, messages.text(locale, "handover.line.due-unknown"))));
    if (viewer.may(Tasks.READ)) {
      String after = null;
      do {
        Page<TaskLine> page =
            tasks.ofFile(viewer, header.id(), names(header).keySet(), false, after, TASKS);
        page.items().forEach(task -> lines.add(task(locale, task)));
        after = page.next();
      } while (after != null);
    }
    return lines;
  }

  static Map<PersonId, PersonName> names(CaseFiles.Header header) {
    Map<PersonId, PersonName> names = new LinkedHashMap<>();
    header.children().forEach(child -> names.put(child.person(), child.name()));
    header.carers().forEach(carer -> names.put(carer.person(), carer.name()));
    return names;
  }

  private void safety(List<Line> lines, Viewer viewer, CaseFiles.Header header) {
    Map<PersonId, PersonName> names = names(header);
    Map<PersonId, List<Safety.Alert>> alerts = safety.alerts(viewer, names.keySet());
    names.forEach(
        (person, name) ->
            alerts
                .getOrDefault(person, List.of())
                .forEach(
                    alert ->
                        lines.add(
                            new Line(
                                HandoverPart.SAFETY, person, said(viewer.locale(), name, alert)))));
  }

  private String said(Locale locale, PersonName name, Safety.Alert alert) {
    String what =
        Stream.of(whom(locale, alert), alert.what())
            .filter(part -> part != null && !part.isBlank())
            .reduce((one, other) -> one + " – " + other)
            .orElse("");
    return alert.doing() == null
        ? messages.text(locale, "handover.line.safety", name.spoken(), alert.title(), what)
        : messages.text(
            locale,
            "handover.line.safety-doing",
            name.spoken(),
            alert.title(),
            what,
            alert.doing());
  }

  /** The paper is read by others than its writer: no name that not everybody reads. */
  private String whom(Locale locale, Safety.Alert alert) {
    return alert.whom() == null || alert.whomWords() != null
        ? alert.whomWords()
        : messages.text(locale, "safety.whom.paper");
  }

  private void agreement(List<Line> lines, Viewer viewer, CaseFiles.Header header) {
    Locale locale = viewer.locale();
    Agreements.Agreement last =
        agreements.of(viewer, header.id()).stream().findFirst().orElse(null);
    if (last == null) {
      lines.add(general(locale, "handover.line.no-agreement"));
    } else {
      Text kind = Refusals.text("care-kind." + last.kind());
      lines.add(
          last.endedOn() == null
              ? general(locale, "handover.line.agreement", kind, last.concludedOn())
              : general(
                  locale,
                  "handover.line.agreement-ended",
                  kind,
                  last.concludedOn(),
                  last.endedOn()));
    }
    header
        .carers()
        .forEach(
            carer ->
                lines.add(
                    new Line(
                        HandoverPart.AGREEMENT,
                        carer.person(),
                        messages.text(locale, "handover.line.carer", carer.name().spoken()))));
    header
        .children()
        .forEach(
            child ->
                lines.add(
                    new Line(
                        HandoverPart.AGREEMENT,
                        child.person(),
                        messages.text(
                            locale,
                            "handover.line.child",
                            child.name().spoken(),
                            child.placedOn()))));
  }

  private Line general(Locale locale, String key, Object... arguments) {
    return new Line(HandoverPart.AGREEMENT, null, messages.text(locale, key, arguments));
  }

  private Line due(Locale locale, Duties.Line line, LocalDate today) {
    String key = line.due().isBefore(today) ? "handover.line.overdue" : "handover.line.due";
    if (line.name() == null) {
      return new Line(
          HandoverPart.DUE,
          null,
          messages.text(locale, key + ".agreement", line.title(), line.due()));
    }
    return new Line(
        HandoverPart.DUE,
        line.subject(),
        messages.text(locale, key, line.title(), line.name().spoken(), line.due()));
  }

  private Line task(Locale locale, TaskLine task) {
    String what = task.what() == null ? task.title().in(locale) : task.what();
    return new Line(
        HandoverPart.TASK,
        task.about().person(),
        task.due() == null
            ? messages.text(locale, "handover.line.task", what, task.doerName())
            : messages.text(locale, "handover.line.task-due", what, task.doerName(), task.due()));
  }
}
