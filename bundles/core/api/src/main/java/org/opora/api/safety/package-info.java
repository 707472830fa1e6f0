/** What everybody who looks after a person must know at once. */
@Export
@Version("1.2.0")
package org.opora.api.safety;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
