package org.opora.registry.importing.persistence;

import java.util.List;
import org.opora.registry.importing.domain.ColumnMapping;
import org.opora.registry.importing.domain.ImportChange;
import org.opora.registry.importing.domain.ImportFamily;
import org.opora.registry.importing.domain.ImportFinding;
import org.opora.registry.importing.domain.ImportRow;
import org.opora.registry.importing.domain.ImportRun;
import org.opora.registry.importing.domain.Imported;
import org.opora.registry.importing.domain.OpeningBalance;
import org.opora.registry.shared.persistence.Tables;

/** The tables of imports. */
public final class ImportTables {
  public static final Tables ROOM =
      new Tables(
          List.of(
              ImportRun.class,
              ImportFamily.class,
              ImportRow.class,
              ImportFinding.class,
              ImportChange.class,
              Imported.class,
              ColumnMapping.class,
              OpeningBalance.class),
          List.of(),
          List.of());

  private ImportTables() {}
}
