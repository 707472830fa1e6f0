package org.opora.course.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.course.CourseModule;
import org.opora.course.domain.CareReport;
import org.opora.course.domain.Mentions;
import org.opora.course.domain.PartSection;
import org.opora.course.domain.ReportPart;
import org.opora.course.persistence.ReportQueries;
import org.opora.course.shared.Refusals;

/**
 * Children whom words seem to name although they go to offices which are not theirs: of this
 * report, of the family now, and of every other report on it.
 */
record NamedChildren(ReportTools tools) {
  /**
   * @param where the record
   * @param words that were looked at
   * @param title where it stands, for whoever looks for it
   * @param family whether every office reads it
   */
  private record Find(UUID where, String words, String title, boolean family, String names) {}

  /** What was found, of one report and one state of its words. */
  record Finds(List<Find> all) {
    /** Says which finds were seen; null when there are none. */
    String mark() {
      return all.isEmpty()
          ? null
          : UUID.nameUUIDFromBytes(
                  all.stream()
                      .map(one -> one.where() + "|" + one.names() + "|" + one.words())
                      .collect(Collectors.joining("\n"))
                      .getBytes(StandardCharsets.UTF_8))
              .toString();
    }

    /**
     * @param seen mark of what somebody has looked at and lets go
     * @throws org.opora.api.faults.Refused when something else is found
     */
    void seen(String seen) {
      String mark = mark();
      if (mark != null && !mark.equals(seen)) {
        throw Refusals.refused(
            "named",
            all.stream().anyMatch(Find::family)
                ? "report.refused.named-family"
                : "report.refused.named",
            all.stream()
                .map(one -> one.title() + ": " + one.names())
                .collect(Collectors.joining("; ")));
      }
    }
  }

  /** In all that is written. */
  Finds inSections(Viewer viewer, ReportQueries queries, CareReport row) {
    Map<PersonId, PersonName> children = children(viewer, queries, row);
    List<Find> found = new ArrayList<>();
    for (ReportPart part : queries.parts(row.id())) {
      for (PartSection section : queries.sections(row.id())) {
        if (section.part().equals(part.id())) {
          String words = tools.seals().words(part.owner(row.file()), section);
          add(found, children, row, part, section.id(), section.title(), words);
        }
      }
    }
    return new Finds(found);
  }

  /** In what a carer says of these parts. */
  Finds inStatement(
      Viewer viewer,
      ReportQueries queries,
      CareReport row,
      List<ReportPart> parts,
      String carer,
      String words) {
    Map<PersonId, PersonName> children = children(viewer, queries, row);
    List<Find> found = new ArrayList<>();
    parts.forEach(part -> add(found, children, row, part, part.id(), carer, words));
    return new Finds(found);
  }

  private void add(
      List<Find> found,
      Map<PersonId, PersonName> children,
      CareReport row,
      ReportPart part,
      UUID where,
      String title,
      String words) {
    String own = part.child() == null ? null : tools.seals().child(row.file(), part);
    List<PersonName> others =
        children.entrySet().stream()
            .filter(one -> !one.getKey().equals(part.child()))
            .map(Map.Entry::getValue)
            // Of two children of one name nothing can be told.
            .filter(name -> own == null || !first(name.spoken()).equalsIgnoreCase(first(own)))
            .toList();
    List<PersonName> named = Mentions.in(words, others);
    if (!named.isEmpty()) {
      found.add(
          new Find(
              where,
              words,
              own == null ? title : title + " (" + own + ")",
              own == null,
              named.stream().map(PersonName::spoken).distinct().collect(Collectors.joining(", "))));
    }
  }

  private static String first(String name) {
    return name.strip().split("\\s+")[0];
  }

  private Map<PersonId, PersonName> children(Viewer viewer, ReportQueries queries, CareReport row) {
    Map<PersonId, PersonName> children = new LinkedHashMap<>();
    for (ReportPart part : queries.everTold(row.file())) {
      if (tools.door().unwalled(viewer, CourseModule.READ, part.child())) {
        children.put(part.child(), new PersonName(tools.seals().child(row.file(), part), ""));
      }
    }
    for (CaseFiles.Child child :
        tools.door().file(viewer, CourseModule.READ, row.file()).children()) {
      children.put(child.person(), child.name());
    }
    return children;
  }
}
