package org.opora.duties.contributions;

import org.opora.api.evidence.EducationForm;
import org.opora.api.house.spi.Reading;
import org.opora.duties.application.DutiesService;
import org.opora.duties.application.RuleBook;
import org.opora.duties.application.TrustMarks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many hours of e-learning count at most. */
@Component(service = Reading.class)
public final class ELearningCapReading extends HoursCapReading {
  @Activate
  public ELearningCapReading(
      @Reference DutiesService duties, @Reference RuleBook book, @Reference TrustMarks marks) {
    super(duties, new HoursTravelReading(duties, book, marks), EducationForm.E_LEARNING);
  }
}
