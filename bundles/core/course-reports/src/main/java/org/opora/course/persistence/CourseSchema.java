package org.opora.course.persistence;

import java.util.List;
import org.opora.api.persistence.spi.Schema;
import org.opora.course.CourseModule;
import org.opora.course.domain.CareReport;
import org.opora.course.domain.CarerStatement;
import org.opora.course.domain.PartSection;
import org.opora.course.domain.Recipient;
import org.opora.course.domain.RecipientPart;
import org.opora.course.domain.ReportAuthor;
import org.opora.course.domain.ReportPart;
import org.osgi.service.component.annotations.Component;

/** The tables of the reports on the course of care. */
@Component
public final class CourseSchema implements Schema {
  @Override
  public String unit() {
    return CourseModule.ID;
  }

  @Override
  public List<Class<?>> entities() {
    return List.of(
        CareReport.class,
        ReportAuthor.class,
        ReportPart.class,
        PartSection.class,
        CarerStatement.class,
        Recipient.class,
        RecipientPart.class);
  }

  @Override
  public List<String> personColumns() {
    return List.of("REPORT_PART.CHILD", "CARER_STATEMENT.CARER", "REPORT_RECIPIENT.PERSON");
  }

  @Override
  public List<String> fileColumns() {
    return List.of("CARE_REPORT.CASE_FILE", "REPORT_PART.CHILD_FILE");
  }
}
