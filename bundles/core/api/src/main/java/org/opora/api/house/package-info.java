/** What a centre has decided about itself. */
@Export
@Version("1.3.0")
package org.opora.api.house;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
