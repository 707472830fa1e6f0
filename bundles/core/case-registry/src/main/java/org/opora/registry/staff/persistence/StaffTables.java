package org.opora.registry.staff.persistence;

import java.util.List;
import org.opora.registry.shared.persistence.Tables;
import org.opora.registry.staff.domain.Absence;
import org.opora.registry.staff.domain.AbsenceFile;
import org.opora.registry.staff.domain.ConflictOfInterest;
import org.opora.registry.staff.domain.ConflictWall;
import org.opora.registry.staff.domain.StaffCheck;
import org.opora.registry.staff.domain.StaffCompetence;
import org.opora.registry.staff.domain.StaffMember;
import org.opora.registry.staff.domain.StaffPost;
import org.opora.registry.staff.domain.StaffShare;
import org.opora.registry.staff.domain.TrainingEntry;

/** The tables of staff. */
public final class StaffTables {
  public static final Tables ROOM =
      new Tables(
          List.of(
              StaffMember.class,
              StaffPost.class,
              StaffShare.class,
              StaffCompetence.class,
              Absence.class,
              AbsenceFile.class,
              TrainingEntry.class,
              StaffCheck.class,
              ConflictOfInterest.class,
              ConflictWall.class),
          List.of("STAFF_CONFLICT_WALL.SUBJECT"),
          List.of("ABSENCE_FILE.FILE", "STAFF_CONFLICT.FILE", "STAFF_CONFLICT_WALL.SUBJECT"));

  private StaffTables() {}
}
