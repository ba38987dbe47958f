console.log("early module");

export const printed = true;
