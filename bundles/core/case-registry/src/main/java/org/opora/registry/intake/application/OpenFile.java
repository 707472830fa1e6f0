package org.opora.registry.intake.application;

import java.util.function.Supplier;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A file the family has already, instead of one that is opened for it. */
@Component(service = OpenFile.class)
public final class OpenFile {
  private final Transactions tx;
  private final Access access;
  private final CaseFiles files;

  @Activate
  public OpenFile(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference CaseFiles files) {
    this.tx = tx;
    this.access = access;
    this.files = files;
  }

  /**
   * The file with this number, as its identity bar shows it.
   *
   * @throws org.opora.api.faults.Refused beside {@code number} when there is none the viewer may
   *     see, or it is closed
   * @throws org.opora.api.faults.NotFound when the viewer may not write in it
   */
  public CaseFiles.Header find(Viewer viewer, String number) {
    CaseFileId file =
        files
            .find(viewer, number)
            .orElseThrow(() -> Refusals.refused("number", "refused.inquiry-no-file"));
    tx.run(em -> writable(viewer, file));
    return files.header(viewer, file);
  }

  /** For a use case that would open one: gives the file that is there, held until the end. */
  public Supplier<CaseFileId> instead(Viewer viewer, CaseFileId file) {
    return () -> tx.required(em -> writable(viewer, file));
  }

  private CaseFileId writable(Viewer viewer, CaseFileId file) {
    access.require(viewer, CaseFiles.WRITE, Subject.of(file));
    return tx.required(
        em -> {
          CaseFile held = Held.hold(em, CaseFile.class, file.value());
          if (held.closedOn() != null) {
            throw Refusals.refused("number", "refused.file-closed", held.closedOn());
          }
          return file;
        });
  }
}
