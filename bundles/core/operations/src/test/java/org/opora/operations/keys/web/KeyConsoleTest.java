package org.opora.operations.keys.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Unrecorded;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.MasterKeys;
import org.opora.operations.Recorded;

/** Nothing of the master key goes on that the trail does not know of. */
class KeyConsoleTest {
  private final List<String> done = new ArrayList<>();
  private LocalDate shown;

  private final MasterKeys keys =
      new MasterKeys() {
        @Override
        public State state() {
          return new State(1, false, shown, false);
        }

        @Override
        public List<String> sheet() {
          done.add("sheet");
          return List.of("a", "b", "c", "d");
        }

        @Override
        public List<String> renew() {
          done.add("renew");
          return List.of("e", "f", "g", "h");
        }
      };

  @Test
  void whatIsDoneIsInTheTrail() {
    Recorded house = new Recorded();
    KeyConsole console = new KeyConsole(keys, house, house);
    console.sheet(null);
    console.renew(null);
    shown = LocalDate.of(2026, 5, 4);
    console.sheet(null);
    assertEquals(List.of("keys.sheet 1", "keys.renew 2"), house.noted, "refused is not shown");
    assertEquals(List.of("sheet", "renew", "sheet"), done);
  }

  @Test
  void whatCannotBeRecordedIsNotDone() {
    KeyConsole console = new KeyConsole(keys, new Full(), new Recorded());
    assertThrows(Unrecorded.class, () -> console.sheet(null));
    assertThrows(Unrecorded.class, () -> console.renew(null));
    assertEquals(List.of(), done);
  }

  /** A trail on a full disk. */
  private static final class Full implements AuditTrail {
    @Override
    public void wrote(Viewer viewer, String action, List<Subject> subjects, String detail) {
      throw new Unrecorded("full", null);
    }

    @Override
    public void read(Viewer viewer, String action, List<Subject> subjects, String detail) {
      throw new Unrecorded("full", null);
    }

    @Override
    public void denied(Viewer viewer, String action, List<Subject> subjects, String reason) {
      throw new Unrecorded("full", null);
    }

    @Override
    public void noted(StaffId staff, String action, String detail) {
      throw new Unrecorded("full", null);
    }

    @Override
    public Verdict verify() {
      throw new Unrecorded("full", null);
    }
  }
}
