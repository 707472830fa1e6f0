/** What a law pack says about the standards of quality. */
@Export
@Version("1.0.0")
package org.opora.api.standards.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
