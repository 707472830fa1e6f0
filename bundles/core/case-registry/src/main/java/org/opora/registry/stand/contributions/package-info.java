/** What letters may say of where a carer stands. */
package org.opora.registry.stand.contributions;
