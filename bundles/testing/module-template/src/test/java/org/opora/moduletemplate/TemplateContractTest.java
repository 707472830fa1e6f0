package org.opora.moduletemplate;

import java.util.List;
import org.opora.api.duties.spi.DutyRules;
import org.opora.api.module.spi.Module;
import org.opora.api.persistence.spi.Schema;
import org.opora.api.web.spi.RouteSet;
import org.opora.modulekit.ModuleContract;
import org.opora.moduletemplate.contributions.WishDuties;
import org.opora.moduletemplate.persistence.TemplateSchema;
import org.opora.moduletemplate.web.WaitingRoutes;
import org.opora.moduletemplate.web.WishRoutes;

/** What every module owes the house. */
class TemplateContractTest extends ModuleContract {
  @Override
  protected Module module() {
    return new TemplateModule();
  }

  @Override
  protected Schema schema() {
    return new TemplateSchema();
  }

  @Override
  protected List<RouteSet> routes() {
    return List.of(new WishRoutes(null, null, null, null), new WaitingRoutes(null));
  }

  @Override
  protected List<DutyRules> promises() {
    return List.of(new WishDuties());
  }
}
