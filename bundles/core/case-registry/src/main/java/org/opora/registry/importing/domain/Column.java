package org.opora.registry.importing.domain;

/** What a column of a register can mean. */
public enum Column {
  FILE_NUMBER(Level.AGREEMENT, Type.TEXT),
  CARER1_FAMILY(Level.AGREEMENT, Type.NAME),
  CARER1_GIVEN(Level.AGREEMENT, Type.NAME),
  CARER1_BIRTH(Level.AGREEMENT, Type.DATE),
  CARER1_NATIONAL_ID(Level.AGREEMENT, Type.NATIONAL_ID),
  CARER2_FAMILY(Level.AGREEMENT, Type.NAME),
  CARER2_GIVEN(Level.AGREEMENT, Type.NAME),
  CARER2_BIRTH(Level.AGREEMENT, Type.DATE),
  CARER2_NATIONAL_ID(Level.AGREEMENT, Type.NATIONAL_ID),
  STREET(Level.AGREEMENT, Type.TEXT),
  TOWN(Level.AGREEMENT, Type.TEXT),
  POSTAL_CODE(Level.AGREEMENT, Type.POSTAL_CODE),
  PHONE(Level.AGREEMENT, Type.PHONE),
  EMAIL(Level.AGREEMENT, Type.EMAIL),
  CARE_KIND(Level.AGREEMENT, Type.CARE_KIND),
  MEDIATED(Level.AGREEMENT, Type.YES_NO),
  CHILD_FAMILY(Level.CHILD, Type.NAME),
  CHILD_GIVEN(Level.CHILD, Type.NAME),
  CHILD_NATIONAL_ID(Level.CHILD, Type.NATIONAL_ID),
  CHILD_BIRTH(Level.CHILD, Type.DATE),
  PLACED_ON(Level.CHILD, Type.DATE),
  LEFT_ON(Level.CHILD, Type.DATE),
  COURT_REFERENCE(Level.CHILD, Type.TEXT),
  AUTHORITY(Level.AGREEMENT, Type.TEXT),
  CONCLUDED_ON(Level.AGREEMENT, Type.DATE),
  ENDED_ON(Level.AGREEMENT, Type.DATE),
  KEY_WORKER(Level.AGREEMENT, Type.TEXT),
  DEPUTY(Level.AGREEMENT, Type.TEXT),
  /** Repeated on every row as a rule, but a child may have its own. */
  LAST_CONTACT(Level.CHILD, Type.DATE),
  EDUCATION_HOURS(Level.AGREEMENT, Type.DECIMAL),
  RESPITE_DAYS(Level.AGREEMENT, Type.DECIMAL),
  NOTE(Level.CHILD, Type.LONG_TEXT);

  /** Whether the value belongs to the agreement, and repeats on each row, or to the row's child. */
  public enum Level {
    AGREEMENT,
    CHILD
  }

  /** How a value is read. */
  public enum Type {
    TEXT,
    LONG_TEXT,
    NAME,
    DATE,
    DECIMAL,
    NATIONAL_ID,
    POSTAL_CODE,
    PHONE,
    EMAIL,
    CARE_KIND,
    YES_NO
  }

  private final Level level;
  private final Type type;

  Column(Level level, Type type) {
    this.level = level;
    this.type = type;
  }

  public Level level() {
    return level;
  }

  public Type type() {
    return type;
  }
}
