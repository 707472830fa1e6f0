package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import org.opora.api.access.Viewer;
import org.opora.api.files.ClosingReason;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.spi.Schema;
import org.opora.registry.files.persistence.Footprints;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A file that was opened by mistake is closed with everybody in it and says why. Its number is not
 * given again, and nothing of it is deleted.
 */
@Component(service = MistakenFiles.class)
public final class MistakenFiles {
  private final FileChange change;
  private final FileStory story;
  private final Schema schema;

  @Activate
  public MistakenFiles(
      @Reference FileChange change,
      @Reference FileStory story,
      @Reference(target = "(component.name=org.opora.registry.RegistrySchema)") Schema schema) {
    this.change = change;
    this.story = story;
    this.schema = schema;
  }

  /**
   * @throws org.opora.api.faults.Refused when somebody has worked in it, or something is agreed
   * @throws org.opora.api.faults.NotFound when the viewer may not write in it
   */
  public void close(Viewer viewer, CaseFileId file) {
    change.in(
        viewer,
        file,
        "file.mistaken",
        (em, row) -> {
          em.flush();
          if (agreed(em, file) || new Footprints(em, schema).in(file)) {
            throw Refusals.refused(null, "refused.file-used", row.number());
          }
          LocalDate on = row.openedOn().isAfter(viewer.today()) ? row.openedOn() : viewer.today();
          new Parts(em, file).never(on);
          row.close(on, ClosingReason.MISTAKE);
          story.happened(
              viewer, file, "file-closed", FileStory.source("closed-" + on, file.value()), on);
          return null;
        });
  }

  private static boolean agreed(EntityManager em, CaseFileId file) {
    return !AgreementRows.all(em, file).isEmpty();
  }
}
