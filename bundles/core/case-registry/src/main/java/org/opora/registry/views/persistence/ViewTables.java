package org.opora.registry.views.persistence;

import java.util.List;
import org.opora.registry.shared.persistence.Tables;
import org.opora.registry.views.domain.ChildView;

/** The tables of what children say. */
public final class ViewTables {
  public static final Tables ROOM =
      new Tables(
          List.of(ChildView.class),
          List.of("CHILD_VIEW.CHILD"),
          List.of("CHILD_VIEW.FILE", "CHILD_VIEW.CHILD_FILE"));

  private ViewTables() {}
}
