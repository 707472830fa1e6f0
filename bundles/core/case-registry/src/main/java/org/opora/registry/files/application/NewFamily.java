package org.opora.registry.files.application;

import java.util.List;
import org.opora.api.files.Agreements;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.StaffId;

/**
 * All that is known of a family, or of whomever else the file is about, on the day it is opened.
 *
 * @param agreement null when none is concluded yet, and where there can be none
 * @param keyWorker null when nobody is assigned
 * @param deputy null when nobody is assigned
 */
public record NewFamily(
    CaseFiles.NewFile file,
    List<Participant> carers,
    List<Participant> children,
    Agreements.NewAgreement agreement,
    StaffId keyWorker,
    StaffId deputy) {
  public NewFamily {
    carers = List.copyOf(carers);
    children = List.copyOf(children);
  }
}
