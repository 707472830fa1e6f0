package org.opora.api.access;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The seals of the trail: what is put into a folder on paper, and what a second verifier reads. */
@ProviderType
public interface SealedTrail {
  /**
   * Where the trail ends now, and where the days before ended, the last one first. Seals first what
   * is not sealed yet.
   *
   * @param limit most days
   * @throws org.opora.api.faults.NotAllowed unless the viewer may read the trail
   */
  Ends ends(Viewer viewer, int limit);

  /**
   * Writes all that is sealed, in constant memory; the stream stays open. The export is in the
   * trail before its first byte.
   *
   * @throws org.opora.api.faults.NotAllowed unless the viewer may read the trail
   * @throws org.opora.api.faults.ProofNeeded when the viewer has to show again who they are
   */
  void export(Viewer viewer, OutputStream out);

  /**
   * @param now null while there is no row
   * @param days UTC, the running one included
   * @param broken whether nothing is sealed any more, because the chain was changed
   */
  record Ends(End now, List<End> days, boolean broken) {
    public Ends {
      days = List.copyOf(days);
    }
  }

  /**
   * @param day null for the present end
   * @param row number of the last row
   * @param seal of that row, in hexadecimal; it stands for all rows before
   */
  record End(LocalDate day, long row, String seal) {}
}
