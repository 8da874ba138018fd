/** Messages that the bot or a manager initiates, and feedback from learners to the program's owners. */
package dev.fieldcert.learner.contact;
