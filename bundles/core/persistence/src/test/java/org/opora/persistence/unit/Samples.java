package org.opora.persistence.unit;

import java.util.List;
import java.util.Set;
import org.opora.api.persistence.spi.Schema;
import org.opora.persistence.migration.Script;
import org.opora.persistence.migration.Scripts;

/** Two units for the tests. */
public final class Samples {
  public static final Scripts LEFT_SCRIPTS =
      dialect ->
          List.of(
              new Script(
                  "V001__note.sql",
                  """
                  CREATE TABLE LEFT_SIDE.NOTE (
                    ID ${uuid} NOT NULL PRIMARY KEY,
                    WORDS VARCHAR(200) NOT NULL,
                    WRITTEN_AT ${instant},
                    DAY_OF DATE,
                    ABOUT_ID ${uuid},
                    DONE BOOLEAN NOT NULL,
                    SEALED ${bytes},
                    VERSION INTEGER NOT NULL
                  );
                  """));

  public static final Scripts RIGHT_SCRIPTS =
      dialect ->
          List.of(
              new Script(
                  "V001__mark.sql",
                  "CREATE TABLE RIGHT_SIDE.MARK (ID ${uuid} NOT NULL PRIMARY KEY, POINTS INTEGER"
                      + " NOT NULL CHECK (POINTS >= 0))"));

  private Samples() {}

  public static Schema left() {
    return new SampleSchema("left-side", List.of(Note.class), Set.of());
  }

  /** The same; that a note was written changes nothing for others. */
  public static Schema passing() {
    return new SampleSchema("left-side", List.of(Note.class), Set.of("NOTE"));
  }

  public static Schema right() {
    return new SampleSchema("right-side", List.of(Mark.class), Set.of());
  }

  private record SampleSchema(String unit, List<Class<?>> entities, Set<String> passing)
      implements Schema {
    @Override
    public List<String> personColumns() {
      return List.of();
    }

    @Override
    public List<String> fileColumns() {
      return List.of();
    }
  }
}
