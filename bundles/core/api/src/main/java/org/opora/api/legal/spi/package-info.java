/** What a law pack says about who acts for a child. */
@Export
@Version("1.1.0")
package org.opora.api.legal.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
