/** Bodies a centre has to do with: authorities, courts, schools, doctors. No client is in here. */
@Export
@Version("1.0.0")
package org.opora.api.bodies;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
