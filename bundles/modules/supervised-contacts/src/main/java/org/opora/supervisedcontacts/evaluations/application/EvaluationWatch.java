package org.opora.supervisedcontacts.evaluations.application;

import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.house.Settings;
import org.opora.api.persistence.Transactions;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.observations.application.ReportWatcher;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.shared.application.Reminders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** With each report it is known anew when the contacts of the plan are to be evaluated. */
@Component(service = ReportWatcher.class)
public final class EvaluationWatch implements ReportWatcher {
  private final Transactions transactions;
  private final EvaluationCalls calls;

  @Activate
  public EvaluationWatch(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference CaseFiles files,
      @Reference Settings settings,
      @Reference Tasks tasks,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.calls =
        new EvaluationCalls(new Reminders(tasks, files, messages), new EvaluationFigures(settings));
  }

  @Override
  public void written(Viewer viewer, ContactChildId line) {
    transactions.run(
        em -> {
          ContactChild child = em.find(ContactChild.class, line.value());
          calls.look(em, viewer, Plans.find(em, child.plan()));
        });
  }
}
