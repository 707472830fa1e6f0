/** How a bundle introduces itself. */
@Export
@Version("1.2.0")
package org.opora.api.module.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
