package org.opora.course.application;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.course.CourseModule;
import org.opora.course.domain.CareReport;
import org.opora.course.domain.Recipient;
import org.opora.course.domain.RecipientKind;
import org.opora.course.domain.RecipientPart;
import org.opora.course.domain.ReportPart;
import org.opora.course.persistence.ReportQueries;

/**
 * Who of those who get a report is there for a viewer: nobody behind a wall, no office that gets it
 * because of children who do. And which office it is says where somebody lives, so it is not told
 * to whoever must not learn that. For one read.
 */
final class Shown {
  private final ReportTools tools;
  private final Viewer viewer;
  private final Set<UUID> open = new HashSet<>();
  private final Map<UUID, PersonId> children = new HashMap<>();
  private final List<RecipientPart> got;
  private final boolean carersTold;
  private final Map<PersonId, Boolean> told = new HashMap<>();

  Shown(ReportTools tools, Viewer viewer, ReportQueries queries, CareReport row) {
    this.tools = tools;
    this.viewer = viewer;
    for (ReportPart part : queries.parts(row.id())) {
      if (part.child() != null) {
        children.put(part.id(), part.child());
      }
      if (!tools.door().behindWall(viewer, CourseModule.READ, part)) {
        open.add(part.id());
      }
    }
    got = queries.recipientParts(row.id());
    carersTold =
        Stream.concat(
                tools.door().file(viewer, CourseModule.READ, row.file()).carers().stream()
                    .map(CaseFiles.Carer::person),
                queries.recipients(row.id()).stream()
                    .map(Recipient::person)
                    .filter(Objects::nonNull))
            .distinct()
            .allMatch(this::told);
  }

  /** Whether the viewer may know that it goes there. */
  boolean there(Recipient to) {
    if (to.person() != null) {
      return tools.door().unwalled(viewer, CourseModule.READ, to.person());
    }
    return to.kind() == RecipientKind.CARER_AUTHORITY
        || theirs(to).isEmpty()
        || theirs(to).stream().anyMatch(open::contains);
  }

  /** Whether the viewer may know who that is; who asked says nothing of where anybody lives. */
  boolean told(Recipient to) {
    return switch (to.kind()) {
      case CARER_AUTHORITY -> carersTold && childrenTold(to);
      case CHILD_AUTHORITY -> childrenTold(to);
      default -> true;
    };
  }

  private boolean childrenTold(Recipient to) {
    return theirs(to).stream().map(children::get).allMatch(this::told);
  }

  private boolean told(PersonId person) {
    return told.computeIfAbsent(person, one -> tools.door().tellsWhere(viewer, one));
  }

  /** Parts about children that they get. */
  private List<UUID> theirs(Recipient to) {
    return got.stream()
        .filter(one -> one.recipient().equals(to.id()))
        .map(RecipientPart::part)
        .filter(children::containsKey)
        .toList();
  }
}
