package org.opora.operations;

import java.util.List;
import org.opora.api.persistence.spi.Schema;
import org.opora.operations.backup.domain.BackupMade;
import org.opora.operations.demo.domain.Progress;
import org.opora.operations.modules.domain.ModuleAbsence;
import org.opora.operations.modules.domain.WantedModule;
import org.osgi.service.component.annotations.Component;

/** Tables of operations. None of them knows a person or a file. */
@Component
public class OperationsSchema implements Schema {
  @Override
  public String unit() {
    return OperationsModule.ID;
  }

  @Override
  public List<Class<?>> entities() {
    return List.of(WantedModule.class, ModuleAbsence.class, BackupMade.class, Progress.class);
  }

  @Override
  public List<String> personColumns() {
    return List.of();
  }

  @Override
  public List<String> fileColumns() {
    return List.of();
  }
}
