package org.opora.registry.directory.persistence;

import java.util.List;
import org.opora.registry.directory.domain.Body;
import org.opora.registry.directory.domain.BodyName;
import org.opora.registry.directory.domain.BodyWord;
import org.opora.registry.directory.domain.Official;
import org.opora.registry.shared.persistence.Tables;

/** The tables of bodies and officials. */
public final class DirectoryTables {
  public static final Tables ROOM =
      new Tables(
          List.of(Body.class, BodyName.class, BodyWord.class, Official.class),
          List.of(),
          List.of());

  private DirectoryTables() {}
}
