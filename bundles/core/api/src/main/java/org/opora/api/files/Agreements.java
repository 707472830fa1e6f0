package org.opora.api.files;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.osgi.annotation.versioning.ProviderType;

/** Foster-care agreements. */
@ProviderType
public interface Agreements {
  /**
   * Takes over an agreement that was concluded elsewhere or before the centre kept its records
   * here: nothing is asked of the consent of the authority. A new agreement goes its way in the
   * register.
   *
   * @throws org.opora.api.faults.Refused when the file already has one in force on that day, when a
   *     carer is in another agreement, or when it was concluded since and the law asks for consent
   */
  AgreementId conclude(Viewer viewer, CaseFileId file, NewAgreement agreement);

  /**
   * Corrects what was written down.
   *
   * @param endedOn last day in force; null while it lasts
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused when another end is typed over one that was computed, and
   *     when a carer would come into two agreements, or consent would be passed by, only through
   *     this correction
   */
  void amend(
      Viewer viewer, AgreementId agreement, long version, NewAgreement now, LocalDate endedOn);

  /**
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of it
   */
  Agreement find(Viewer viewer, AgreementId agreement);

  /** Agreements of the file, newest first. */
  List<Agreement> of(Viewer viewer, CaseFileId file);

  /**
   * Records the end of an agreement that was taken over, of which nothing but the day is known.
   *
   * @param lastDay last day on which it is in force
   * @throws org.opora.api.faults.Refused when its last day is computed: it went its way here, or it
   *     ended since the centre keeps its records here and the law gives the day
   */
  void end(Viewer viewer, AgreementId agreement, LocalDate lastDay);

  /**
   * @param mediated whether the care was mediated by the authority; a field of its own, because
   *     kinship care usually but not always is not
   * @param concludedOn first day in force
   * @param authority child-protection authority of the carer, as written; null when not known
   * @param signedOn day of the last signature; null when it is not known, or was the first day.
   *     Former records do not bring it, and a correction by them leaves it as it is
   */
  record NewAgreement(
      CareKind kind,
      boolean mediated,
      LocalDate concludedOn,
      String authority,
      LocalDate signedOn) {
    public NewAgreement(CareKind kind, boolean mediated, LocalDate concludedOn, String authority) {
      this(kind, mediated, concludedOn, authority, null);
    }
  }

  /**
   * An agreement as it stands.
   *
   * @param version for the edit form
   * @param endedOn last day in force; null while it lasts
   */
  record Agreement(
      AgreementId id,
      long version,
      CaseFileId file,
      CareKind kind,
      boolean mediated,
      LocalDate concludedOn,
      LocalDate endedOn,
      String authority) {}
}
