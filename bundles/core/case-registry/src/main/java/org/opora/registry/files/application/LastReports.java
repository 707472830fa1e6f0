package org.opora.registry.files.application;

import org.opora.api.access.Viewer;
import org.opora.api.files.FinalReports;
import org.opora.api.ids.AgreementId;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.shared.application.Held;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The task to write the last report is done by the report. */
@Component(service = FinalReports.class)
public final class LastReports implements FinalReports {
  private final Transactions tx;
  private final FollowUpTasks followUps;
  private final LawBook law;

  @Activate
  public LastReports(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference FollowUpTasks followUps,
      @Reference LawBook law) {
    this.tx = tx;
    this.followUps = followUps;
    this.law = law;
  }

  @Override
  public void madeOut(Viewer viewer, AgreementId agreement) {
    tx.run(
        em ->
            followUps.doneBy(
                viewer, Held.load(em, Agreement.class, agreement.value()), law.reportFollowUps()));
  }
}
