package org.opora.registry.files.contributions;

import java.util.List;
import org.opora.api.files.CaseFiles;
import org.opora.api.web.spi.Navigation;
import org.opora.registry.files.application.ArchiveDesk;
import org.osgi.service.component.annotations.Component;

/** The entry of case files in the main navigation. */
@Component
public final class FilesNavigation implements Navigation {
  private static final int PLACE = 200;
  private static final int ARCHIVE = 903;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.FAMILIES, PLACE, "files.menu", "family", "/files", CaseFiles.READ),
        new Entry(Group.REGISTERS, ARCHIVE, "archive.menu", "box", "/archive", ArchiveDesk.USE));
  }
}
