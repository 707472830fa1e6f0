/** What first contact contributes to the shell. */
package org.opora.registry.intake.contributions;
