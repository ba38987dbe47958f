import { Diagnostics } from "../../../../src/framework";
import { planDestroy } from "../../../../src/provider/resources/channel-ctwa-tracking/plan";
import { titles } from "../../../../src/provider/titles";
import { channel, type FakeHub, fakeHub } from "../../fake-hub";
import { config, Life, planned } from "./life";

const MOVE = "Channel is created and destroyed in one plan";

async function created(hub: FakeHub): Promise<Life> {
  const life = new Life(hub);
  await life.apply(config());
  hub.calls.length = 0;
  return life;
}

function planDestroyOf({ hub, current }: Life): string[] {
  const diagnostics = new Diagnostics();
  if (current === null) throw new Error("nothing has been created");
  planDestroy({ client: hub.session, diagnostics, state: current });
  return diagnostics.list.map(({ summary }) => summary);
}

const planCreate = (hub: FakeHub) =>
  planned(hub, config(), null, { moves: hub.session.moves }).diagnostics.list.map(({ summary }) => summary);

const switches = ({ calls }: FakeHub) => calls.filter((call) => /able/.test(call));

test("a block that is renamed without moved is warned of, in whichever order Terraform plans", async () => {
  const first = await created(fakeHub([channel("exampleCH")]));
  expect(planCreate(first.hub)).toEqual([]);
  expect(planDestroyOf(first)).toEqual([MOVE]);

  const second = await created(fakeHub([channel("exampleCH")]));
  expect(planDestroyOf(second)).toEqual([]);
  expect(planCreate(second.hub)).toEqual([MOVE]);
});

test("its apply sends nothing where the destroy comes first, and keeps what was known", async () => {
  const before = await created(fakeHub([channel("exampleCH")]));
  const { hub, current } = before;
  planCreate(hub);
  hub.now += 60_000;

  await before.destroy();
  const after = new Life(hub);
  expect(await after.apply(config())).toEqual(current);
  expect(switches(hub)).toEqual([]);
  expect(before.warnings).toEqual([`warning: ${titles.leftAsItIs}`]);
  expect(await after.read()).toEqual(current);
});

test("its apply sends the switch where the new address declares another position", async () => {
  const before = await created(fakeHub([channel("exampleCH")]));
  const { hub } = before;
  planCreate(hub);

  await before.destroy();
  await new Life(hub).apply(config({ enabled: false }));
  expect(switches(hub)).toEqual(["disable examplePA/exampleCL/exampleCH"]);
});

test("an object that keeps its switch on destroy is no rename to warn of", async () => {
  const life = new Life(fakeHub([channel("exampleCH")]));
  await life.apply(config({ on_destroy: "keep" }));

  planCreate(life.hub);
  expect(planDestroyOf(life)).toEqual([]);
});
