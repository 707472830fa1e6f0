package org.opora.supervisedcontacts.observations.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who gets a copy of a report, and with it what may stand in it. Court and authority decide for the
 * child, so they get everything. The carer learns how the child was, and nothing of those of the
 * other family; the parent learns what was, and nothing that the facilitator thinks. What the child
 * said goes to neither of them: it spoke to the facilitator. Whoever approves reports may let them
 * have more.
 */
public enum ReceiverKind {
  COURT,
  AUTHORITY,
  CARER,
  PARENT,
  /** The file of the child itself: what the house keeps of what was approved. */
  FILE;

  private static final Set<Section> OF_CARER =
      EnumSet.of(Section.BEFORE, Section.DURING, Section.AFTER, Section.GIFTS);

  /** Whether everything stands in their copy without anybody letting them. */
  public boolean whole() {
    return this == COURT || this == AUTHORITY || this == FILE;
  }

  /** Whether it goes out of the house. */
  public boolean goesOut() {
    return this != FILE;
  }

  /**
   * What stands in their copy, in the order of the report.
   *
   * @param more whether somebody who may has let them have all of it
   */
  public List<Section> sections(boolean more) {
    return Arrays.stream(Section.values()).filter(one -> reads(one, more)).toList();
  }

  private boolean reads(Section section, boolean more) {
    return switch (this) {
      case COURT, AUTHORITY, FILE -> true;
      case CARER -> more || OF_CARER.contains(section);
      case PARENT -> more || section.fact() && section != Section.CHILD_WORDS;
    };
  }

  /** Whether it says by name whom the child met. */
  public boolean names() {
    return whole();
  }

  /** Those outside of the house who read a section without anybody letting them. */
  public static List<ReceiverKind> reading(Section section) {
    return Arrays.stream(values())
        .filter(ReceiverKind::goesOut)
        .filter(kind -> kind.reads(section, false))
        .toList();
  }
}
